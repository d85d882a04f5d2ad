"""What the page of a programme draws: filled by its own state, since no publisher sends it."""

from dataclasses import dataclass, field

from plekberaad_app.room.views.tablet import StepCard


@dataclass(frozen=True)
class ScriptCard:
    """What is said and done in a phase; the names of the fields are those of its form.

    `ready_say` and `ready_do` are what stands ready, where somebody wrote something else.
    """

    title: str = ""
    say: str = ""
    do: str = ""
    say_field: str = ""
    do_field: str = ""
    ready_say: str = ""
    ready_do: str = ""


@dataclass(frozen=True)
class EditorStep(StepCard):
    """A step with what can be changed about it.

    `sign` and `hue` are those of its first phase. `tag` differs once anything of it has changed.
    """

    who: str = ""
    sign: str = ""
    hue: str = ""
    is_break: bool = False
    tag: str = ""
    script: list[ScriptCard] = field(default_factory=list)


@dataclass(frozen=True)
class AdviceCard:
    """A sentence about the whole programme; `tap` is what the button says that follows it, or
    ''."""

    code: str = ""
    sentence: str = ""
    tap: str = ""


@dataclass(frozen=True)
class BarView:
    """How full the evening is: minutes that are free, or too many; 0 where nobody said how long it
    may take."""

    free: int = 0
    over: int = 0
