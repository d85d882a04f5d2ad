"""Forms that stay filled in until their contents are stored."""

import reflex as rx

from plekberaad_app.ui.browser import browser_file


class SentOnce(rx.Component):
    """The hidden field `id` of a form: another one for whatever else is filled in.

    So what is sent twice is stored once, also when the page came anew in between. The form empties
    when `stored` is the id that it has: who typed on meanwhile loses nothing. Stands last in its
    form, so that all fields are there to be emptied.
    """

    library = browser_file("sent_once.jsx")
    tag = "SentOnce"

    keep_as: rx.Var[str]
    stored: rx.Var[str]
