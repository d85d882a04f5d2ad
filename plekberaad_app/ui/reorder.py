"""A list whose items are dragged to another place."""

import reflex as rx

from plekberaad_app.ui.browser import browser_file


class Reorder(rx.Component):
    """An ordered list of `li` with a `data-id`, each dragged by its `[data-grip]`.

    `on_place` gets the id and the new place, 0 for the first; on a grip the arrow keys do the same.
    `answered` changes with every reply of the server: then nothing hangs in the air any more.
    """

    library = browser_file("reorder.jsx")
    tag = "Reorder"

    answered: rx.Var[int]
    on_place: rx.EventHandler[rx.event.passthrough_event_spec(str, int)]
