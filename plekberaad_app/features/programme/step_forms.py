"""What can be changed about one step: its name, its minutes, and what its activity lets you set."""

from collections.abc import Iterator
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.discovery import activities, option_forms
from plekberaad_app.activities.contract.parsing import picture_option
from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import step_words
from plekberaad_app.room.stretching import LEAST_MINUTES, MAX_MINUTES
from plekberaad_app.ui.at_the_tap import fresh_id
from plekberaad_app.ui.fields import PostForm, checked_form
from plekberaad_app.ui.guarded import guarded
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import labelled, line
from plekberaad_app.ui.unsaved import form_foot, store_button
from plekberaad_app.ui.words import words


def step_forms(step: Any) -> rx.Component:
    """Folded until needed; the settings of a step that has begun can no longer be changed."""
    has_begun = step.is_done | step.is_now
    return rx.el.details(
        rx.el.summary(icon("pencil"), text("desk.step.change"), class_name="button"),
        rx.el.div(
            _form(step, has_begun),
            rx.cond(has_begun, _copy(step), _apart(step)),
            class_name="stack desk-settings",
        ),
    )


def _form(step: Any, has_begun: Any) -> rx.Component:
    """Everything about a step, stored with one button."""
    return checked_form(
        # Reflex hoists the submit handler out of the loop: the step has to be a field.
        rx.el.input(type="hidden", name="step_id", value=step.id),
        rx.el.div(
            _line(step, "title", required=True, max_length=step_words.MAX_TITLE),
            rx.cond(has_begun, rx.el.p(text("desk.step.begun"), class_name="say"), _settings(step)),
            _line(step, "who", max_length=step_words.MAX_WHO),
            _scripts(step),
            # The fields keep what they were drawn with: after storing they are drawn again.
            key=step.tag,
            class_name="stack",
        ),
        form_foot(store_button(), PROGRAMME, step.id),
        on_submit=PROGRAMME.store_step,
        reset_on_submit=False,
        class_name="stack",
    )


def _settings(step: Any) -> rx.Component:
    return rx.fragment(
        rx.el.p(text("programme.preset"), class_name="field-help"),
        _line(step, "minutes", required=True, type="number", min=LEAST_MINUTES, max=MAX_MINUTES),
        rx.match(
            step.kind,
            *((kind, form.fields(step)) for kind, form in option_forms().items()),
            rx.fragment(),
        ),
    )


def _line(step: Any, name: str, **props: Any) -> rx.Component:
    value = getattr(step, name)
    return line(text(f"desk.step.{name}"), name, default_value=value, **props)


def _scripts(step: Any) -> rx.Component:
    """What is said and done, phase by phase; it stands ready and can be said in other words."""
    return rx.cond(
        step.script.length() > 0,
        rx.el.details(
            rx.el.summary(icon("speech"), text("programme.script"), class_name="button"),
            rx.el.div(
                rx.el.p(text("programme.script.how"), class_name="field-help"),
                rx.foreach(step.script, _script),
                class_name="stack",
            ),
        ),
    )


def _script(script: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h3(script.title, class_name="field-label"),
        _words(text("tablet.script.say"), script.say_field, script.say, script.ready_say),
        _words(text("tablet.script.do"), script.do_field, script.do, script.ready_do),
        key=script.say_field,
        class_name="programme-script stack",
    )


def _words(label: str, name: Any, stands: Any, ready: Any) -> rx.Component:
    """A box with the words; below it what stood ready, where these are others."""
    box = rx.el.textarea(
        name=name,
        rows=2,
        max_length=step_words.MAX_SCRIPT,
        default_value=stands,
        class_name="input",
    )
    return rx.fragment(
        labelled(label, box),
        rx.cond(
            ready != "",
            rx.el.p(words("programme.script.ready", words=ready), class_name="field-help"),
        ),
    )


def _apart(step: Any) -> rx.Component:
    """What is not a field of the form: a picture, a second one, and removing the step."""
    return rx.fragment(
        rx.match(step.kind, *_images(step), rx.fragment()),
        rx.el.div(
            _copy(step),
            rx.el.button(
                icon("trash-2"),
                text("desk.step.remove"),
                type="button",
                on_click=PROGRAMME.remove_step(step.id),
                class_name="button button-quiet",
            ),
            class_name="row",
        ),
    )


def _copy(step: Any) -> rx.Component:
    return rx.el.button(
        icon("copy"),
        text("programme.duplicate"),
        type="button",
        on_click=PROGRAMME.duplicate_step(step.id, fresh_id()),
        class_name="button button-quiet",
    )


def _images(step: Any) -> Iterator[tuple[str, rx.Component]]:
    """For the kinds of steps that show a picture."""
    for kind, one in activities().items():
        if option := picture_option(one.rules.Options):
            yield kind, _image(step, option)


def _image(step: Any, option: str) -> rx.Component:
    """Uploading a picture replaces the one that is there."""
    image = step.options.to(dict[str, Any])[option].to(str)
    return rx.cond(
        image != "",
        rx.el.div(
            rx.el.img(src=f"/beeld/{image}", alt="", class_name="desk-image"),
            guarded(
                text("desk.step.image.replace"),
                text("desk.step.image.goes"),
                _image_form(step),
                symbol="image",
            ),
            class_name="stack",
        ),
        _image_form(step),
    )


def _image_form(step: Any) -> rx.Component:
    """A plain form: the server keeps the picture without the camera's metadata."""
    return PostForm.create(
        rx.el.input(type="hidden", name="step_id", value=step.id),
        line(text("desk.step.image"), "image", type="file", accept="image/*", required=True),
        rx.el.button(
            icon("image"), text("desk.step.image.send"), type="submit", class_name="button"
        ),
        action=f"/beeld?avond={PROGRAMME.router.page.params['code']}",
        method="post",
        custom_attrs={"encType": "multipart/form-data"},
        class_name="stack",
    )
