"""What can be refused: every refusal is a code; the sentence for it lives in the catalogue."""


class DomainError(Exception):
    """A rule said no. `code` names the sentence (`error.<code>`), `values` fill it in.

    `as_of`: the refusal holds as long as what is the person's own in the step is as this says; '':
    until they try again.
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
    """What was sent cannot be read or is outside the limits."""

    code = "bad_input"


class NotFound(DomainError):
    """The thing meant does not exist in this live session."""

    code = "not_found"


class HeldUp(DomainError):
    """The room cannot go on yet; the tablet shows what stands in the way, and how to end it."""

    code = "held_up"


class StaleCommand(DomainError):
    """The command was made on an older state of the evening; someone else was first."""

    code = "stale"
