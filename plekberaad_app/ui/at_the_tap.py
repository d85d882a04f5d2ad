"""Values that the browser works out at the moment of a tap, without an event or a state."""

import reflex as rx


def picked_number(name: str) -> rx.vars.NumberVar:
    """The number chosen among the radio buttons, or in the select box, `name`; 0 for none."""
    field = f"document.querySelector('input[name={name}]:checked, select[name={name}]')"
    return rx.Var(f"Number({field}?.value || 0)", _var_type=int).to(int)


def picked(name: str) -> rx.vars.StringVar:
    """The value chosen among the radio buttons `name`; '' for none."""
    field = f"document.querySelector('input[name={name}]:checked')"
    return rx.Var(f"({field}?.value ?? '')", _var_type=str).to(str)


def number_in(form: rx.Var, name: str) -> rx.vars.NumberVar:
    """A submitted form's field as a number; 0 for an empty one."""
    return rx.Var(f"Number({form!s}[{name!r}] || 0)", _var_type=int).to(int)


def text_in(form: rx.Var, name: str) -> rx.vars.StringVar:
    """A submitted form's field as it was typed."""
    return form.to(dict[str, str])[name]


def fresh_id() -> rx.vars.StringVar:
    """A random id, so that what is sent twice is stored once; works without https too."""
    digits = "(byte) => byte.toString(16).padStart(2, '0')"
    made = f"Array.from(crypto.getRandomValues(new Uint8Array(16)), {digits}).join('')"
    return rx.Var(made, _var_type=str).to(str)


def with_fresh_id(form: rx.Var) -> rx.vars.ObjectVar:
    """A submitted form with an `id` of its own, for an act that must happen once."""
    return rx.Var(f"({{ ...{form!s}, id: {fresh_id()!s} }})", _var_type=dict).to(dict)
