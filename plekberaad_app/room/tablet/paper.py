"""The view 'paper': notes from the table, typed one after the other without choosing again."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.capabilities import PaperTablet, Writes
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN, kept_line, sent_once
from plekberaad_app.room.tablet.typed import is_time, writing
from plekberaad_app.ui.at_the_tap import picked, picked_number, text_in
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import labelled
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import words

# Table and person never contradict each other: the one chosen last takes the other along.
_TO_TABLE = rx.Var("""({ target }) => {
  const table = target.selectedOptions[0].dataset.table;
  const box = table && document.querySelector(`input[name=paper_table][value="${table}"]`);
  if (box) box.checked = true;
}""")
# A click, since React hears no change of a box that was unchecked by the line above.
_FROM_OTHERS = rx.Var("""({ target }) => {
  if (target.name !== "paper_table") return;
  const person = document.querySelector("select[name=paper_person]");
  if (person.selectedOptions[0].dataset.table !== target.value) person.value = "";
}""")


def paper() -> rx.Component:
    """Choose the table once; then text and Enter, again and again. The side lists all of it."""
    return rx.el.div(
        rx.el.h2(text("tablet.paper.title"), class_name="lead"),
        rx.cond(
            is_time(),
            rx.el.div(
                _from_whom(),
                _note(),
                class_name="halves paper",
            ),
            empty_state(text("tablet.paper.later")),
        ),
        class_name="stack",
    )


def _from_whom() -> rx.Component:
    """Table and person stand outside the form, so that storing a note leaves them chosen."""
    return rx.el.div(
        rx.cond(SCREEN.tables.length() > 0, _which_table()),
        _what(),
        labelled(
            text("tablet.paper.for"),
            rx.el.select(
                rx.el.option(_from_no_one(), value=""),
                rx.foreach(
                    SCREEN.face.to(PaperTablet).phoneless,
                    _phoneless,
                ),
                # Another round may seat them elsewhere.
                key=SCREEN.stage.round,
                name="paper_person",
                class_name="input",
                custom_attrs={"onChange": _TO_TABLE},
            ),
        ),
        class_name="card stack",
    )


def _which_table() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(text("tablet.paper.table"), class_name="field-label"),
        rx.el.div(
            rx.foreach(SCREEN.tables, _table),
            class_name="chips",
            custom_attrs={"onClick": _FROM_OTHERS},
        ),
    )


def _from_no_one() -> rx.Var[str]:
    whole_table, room = text("tablet.paper.for_table"), text("tablet.paper.for_room")
    return rx.cond(SCREEN.tables.length() > 0, whole_table, room).to(str)


def _note() -> rx.Component:
    """Beside what is chosen once, so that box and button stay in sight on a small tablet."""
    return checked_form(
        kept_line(text("tablet.paper.text"), "text", "paper", required=True),
        rx.el.button(
            icon("send"),
            text("tablet.paper.send"),
            type="submit",
            class_name="button button-main",
        ),
        sent_once("paper"),
        on_submit=_store,
        reset_on_submit=False,
        class_name="card stack",
    )


def _store(form: rx.Var) -> Any:
    stage, person = SCREEN.stage, picked_number("paper_person")
    note = {"id": text_in(form, "id"), "text": text_in(form, "text"), "round": stage.round}
    table = {"table": picked_number("paper_table"), "behalf": "table"}
    nobodys = rx.cond(SCREEN.tables.length() > 0, note | table, note)
    payload = rx.cond(person > 0, note | {"person": person}, nobodys)
    return SCREEN.act(stage.step_id, stage.round, _act(), payload)


def _act() -> rx.Var[str]:
    """What was chosen, where there is something to choose."""
    act = picked("paper_act")
    for kind, rules in writing():
        if len(rules.boxes) == 1:
            act = rx.cond(SCREEN.stage.kind == kind, next(iter(rules.boxes)), act).to(str)
    return act


def _what() -> rx.Component:
    """What a note holds, where people write more than one thing."""
    several = [(kind, _choice(kind, rules)) for kind, rules in writing() if len(rules.boxes) > 1]
    return rx.fragment(rx.match(SCREEN.stage.kind, *several, rx.fragment()))


def _choice(kind: str, rules: Writes) -> rx.Component:
    likely = _likely(rules)
    return rx.el.fieldset(
        rx.el.legend(text("tablet.paper.what"), class_name="field-label"),
        rx.el.div(*(_sort(kind, act, likely == act) for act in rules.boxes), class_name="chips"),
        # Chosen anew when something else is likely.
        key=likely,
    )


def _likely(rules: Writes) -> rx.Var[str]:
    """The act of what stands on most notes in this phase."""
    first = next(iter(rules.boxes))
    likely = rx.Var.create(first)
    for phase, act in rules.on_paper.items():
        likely = rx.cond(SCREEN.stage.phase == phase, act, likely)
    return likely.to(str)


def _sort(kind: str, act: str, is_chosen: rx.Var) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="paper_act", value=act, default_checked=is_chosen),
        text(f"{kind}.paper.{act}"),
        class_name="choice chip",
    )


def _table(card: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="paper_table", value=card.number, default_checked=card.number == 1
        ),
        table_badge(card.number),
        rx.el.span(words("tablet.tables.name", table=card.number), class_name="unseen"),
        class_name="choice chip",
    )


def _phoneless(person: Any) -> rx.Component:
    return rx.el.option(
        person.name,
        value=person.number.to_string(),
        custom_attrs={"data-table": person.table},
    )
