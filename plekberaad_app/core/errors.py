"""What can be refused: every refusal is a code, and its sentence is in the catalogue."""


class DomainError(Exception):
    """A rule refused. `code` names the sentence (`error.<code>`), `values` fill it in.

    `as_of`: the refusal holds for as long as the person's own state in the step is this; '': until
    they try again.
    """

    code = "refused"

    def __init__(self, code: str = "", **values: str | int) -> None:
        self.code = code or self.code
        self.values = values
        self.as_of = ""
        super().__init__(self.code)


class NotAllowed(DomainError):
    """This person may not do this, here, now."""

    code = "not_allowed"


class BadInput(DomainError):
    """What was sent cannot be read, or exceeds a limit."""

    code = "bad_input"


class NotFound(DomainError):
    """What was referred to does not exist in this live session."""

    code = "not_found"


class HeldUp(DomainError):
    """The room cannot go on yet; the tablet shows the obstacle and how to resolve it."""

    code = "held_up"


class StaleCommand(DomainError):
    """The command was based on an older state of the evening; somebody else was first."""

    code = "stale"
