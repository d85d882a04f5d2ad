"""`/kunstenaar/<link>`: the programme, and when it is the artist's turn."""

from typing import Any

import reflex as rx

from plekberaad_app.room.artist.state import ArtistState
from plekberaad_app.room.phone.frame import message_to_all
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.ui.clock_face import countdown
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.phases import step_title
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shell import phone_shell
from plekberaad_app.ui.telling import announcements, told
from plekberaad_app.ui.words import language_switch, words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
ARTIST: Any = ArtistState


def artist_page() -> rx.Component:
    """How it stands with the artist's own step, and below it the programme."""
    need_titles_of_steps()
    turn = ARTIST.artist.turn
    return rx.fragment(
        announcements(ARTIST.stage, ARTIST.clock, told(turn, _sentence(), asks=turn == "now")),
        rx.match(
            ARTIST.stage.status,
            ("unknown", _calm(words("helpers.void.title"), words("helpers.void.next"))),
            ("closed", _calm(words("artist.closed.title"), words("artist.closed.text"))),
            ("", phone_shell(rx.el.h1(words("phone.loading"), class_name="lead muted waiting"))),
            _evening(),
        ),
    )


def _evening() -> rx.Component:
    return phone_shell(
        message_to_all(ARTIST.stage),
        _turn(),
        rx.el.ol(rx.foreach(ARTIST.artist.steps, _step), class_name="artist-steps"),
        _foot(),
        top=rx.fragment(
            said(ARTIST.room.title, rx.el.b),
            countdown(ARTIST.clock, variant="bar", hurries=ARTIST.stage.hurries),
        ),
        ground="phone artist",
    )


def _turn() -> rx.Component:
    artist = ARTIST.artist
    return rx.el.section(
        rx.el.h1(_sentence(), class_name="title"),
        rx.cond(
            (artist.turn == "later") | (artist.turn == "next"),
            rx.el.p(words("artist.turn.around", time=artist.starts_at), class_name="lead figures"),
        ),
        class_name=rx.cond(artist.turn == "now", "card artist-turn is-now", "card artist-turn"),
    )


def _sentence() -> rx.Var[str]:
    artist = ARTIST.artist
    return rx.match(
        artist.turn,
        ("now", words("artist.turn.now")),
        ("next", words("artist.turn.next")),
        ("later", words("artist.turn.later", n=artist.steps_before)),
        ("done", words("artist.turn.done")),
        words("artist.turn.none"),
    ).to(str)


def _step(step: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(step.starts_at, class_name="figures muted"),
        step_title(step.title, step.titled, rx.el.span),
        rx.cond(
            step.is_own,
            rx.el.span(icon("sparkles"), words("artist.own"), class_name="small icon-line"),
        ),
        key=step.id,
        aria_current=rx.cond(step.is_now, "step", "false"),
        class_name=rx.cond(
            step.is_now,
            "artist-step is-now",
            rx.cond(step.is_done, "artist-step is-done", "artist-step"),
        ),
    )


def _calm(title: Any, sentence: Any) -> rx.Component:
    return phone_shell(
        rx.el.h1(title, class_name="title"), rx.el.p(sentence, class_name="lead"), _foot()
    )


def _foot() -> rx.Component:
    return rx.el.footer(language_switch(), class_name="phone-foot")
