"""Forms that stay filled until what is in them is stored."""

import reflex as rx

from plekberaad_app.components.browser import browser_file


class SentOnce(rx.Component):
    """The hidden field `id` of a form: another one for whatever else is filled in.

    So what is sent twice is stored once. The form empties when `stored` is the id that it has:
    who typed on meanwhile loses nothing.
    """

    library = browser_file("sent_once.jsx")
    tag = "SentOnce"

    stored: rx.Var[str]
