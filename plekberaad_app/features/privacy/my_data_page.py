"""'Mijn gegevens': what we know about you here, to see, to download and to erase."""

from typing import Any

import reflex as rx

from plekberaad_app.features.privacy.my_data_state import MyDataState, counted_keys
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.ui.fields import PostForm, question
from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.phases import step_title
from plekberaad_app.ui.refusal import refusal
from plekberaad_app.ui.said import named, said
from plekberaad_app.ui.shell import phone_shell
from plekberaad_app.ui.words import language_switch, words

_KINDS = ("resident", "professional")
_HABITS = ("never", "once", "sometimes", "often")


def my_data_page() -> rx.Component:
    """`/mijn-gegevens/[code]`."""
    view: Any = MyDataState.view
    need_titles_of_steps()
    return phone_shell(
        rx.match(
            view.status,
            ("known", _known(view)),
            ("erased", _without("my_data.erased", view)),
            ("nobody", _without("my_data.nobody", view)),
            ("unknown", _without("my_data.unknown", view)),
            rx.el.h1(words("phone.loading"), class_name="lead muted waiting"),
        )
    )


def _known(view: Any) -> rx.Component:
    return rx.fragment(
        rx.el.header(
            said(view.title, class_name="small muted"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.h1(words("my_data.title"), class_name="title"),
        rx.cond(view.is_claimed, rx.el.p(words("my_data.second_phone"), class_name="alert")),
        _facts(view),
        _written(view),
        file_link(
            f"/mijn-gegevens/{view.code}/gegevens.json", words("my_data.download"), "button wide"
        ),
        _erase(view),
        _more(),
        _back(view),
    )


def _facts(view: Any) -> rx.Component:
    return rx.el.dl(
        _fact(words("my_data.name"), _or_nothing(view.name, named)),
        rx.cond(
            view.is_claimed,
            rx.fragment(),
            rx.fragment(
                _fact(words("my_data.kind"), _answer(view, view.kind, _KINDS)),
                _fact(words("my_data.habit"), _answer(view, view.habit, _HABITS)),
            ),
        ),
        _fact(
            words("my_data.table"), rx.cond(view.table > 0, view.table, words("my_data.none_yet"))
        ),
        _fact(words("my_data.challenge"), _or_nothing(view.challenge, said)),
        *(_fact(words(key), view.counts[key]) for key in counted_keys()),
        _fact(words("my_data.joined"), view.joined),
        class_name="card own-facts",
    )


def _fact(title: Any, value: Any) -> rx.Component:
    return rx.el.div(rx.el.dt(title, class_name="small muted"), rx.el.dd(value))


def _answer(view: Any, value: Any, known: tuple[str, ...]) -> Any:
    answers = [(each, words(f"phone.check_in.{each}")) for each in known]
    missing = rx.cond(view.is_wiped, words("my_data.wiped"), words("my_data.not_known"))
    return rx.match(value, *answers, missing)


def _or_nothing(value: Any, shown: Any) -> Any:
    return rx.cond(value != "", shown(value, rx.el.span), rx.fragment(words("my_data.nothing")))


def _written(view: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words("my_data.written"), class_name="lead"),
        rx.cond(
            view.written.length() > 0,
            rx.foreach(view.written, _line),
            rx.el.p(words("my_data.nothing_written"), class_name="muted"),
        ),
        class_name="stack-tight",
    )


def _line(line: Any) -> rx.Component:
    return rx.el.article(
        said(line.text, class_name="as-written"),
        step_title(line.step, line.titled, rx.el.p, class_name="small muted"),
        rx.cond(
            line.hidden,
            rx.el.p(icon("eye-off"), words("phone.mine.hidden"), class_name="small icon-line"),
        ),
        class_name="own-note",
    )


def _erase(view: Any) -> rx.Component:
    """Two taps; the first one explains."""
    answers = [(name, words(f"my_data.erase.{name}")) for name in ("take", "keep")]
    sentences = {code: words(f"error.{code}") for code in ("answer_unknown", "unexpected")}
    return rx.fragment(
        refusal(sentences | {"other": sentences["unexpected"]}),
        rx.el.details(
            rx.el.summary(icon("trash-2"), words("my_data.erase"), class_name="button wide"),
            rx.el.p(words("my_data.erase.what")),
            PostForm.create(
                question(words("my_data.erase.ideas"), "ideas", answers),
                rx.el.button(
                    icon("trash-2"),
                    words("my_data.erase.yes"),
                    type="submit",
                    class_name="button button-warn wide",
                ),
                action=f"/mijn-gegevens/{view.code}/wissen",
                method="post",
                class_name="stack",
            ),
            class_name="stack",
        ),
    )


def _without(key: str, view: Any) -> rx.Component:
    return rx.fragment(
        rx.el.header(rx.el.b(words("start.name")), language_switch(), class_name="row between"),
        rx.el.h1(words(f"{key}.title"), class_name="title"),
        rx.el.p(words(f"{key}.text"), class_name="lead"),
        rx.cond(view.code != "", _back(view), _to_start()),
        _more(),
    )


def _back(view: Any) -> rx.Component:
    return rx.el.a(
        words("my_data.back"), href=f"/d/{view.code}", class_name="button button-main wide"
    )


def _to_start() -> rx.Component:
    return rx.el.a(words("phone.unknown.again"), href="/", class_name="button button-main wide")


def _more() -> rx.Component:
    return rx.el.a(
        icon("info"), words("my_data.more"), href="/privacy", class_name="button button-quiet"
    )
