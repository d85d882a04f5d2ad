"""What is sent to the handlers of this feature by everybody."""

from uuid import uuid4

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "quick_session_state.enter": lambda _: {},
        "quick_session_state.begin": lambda _: {
            "kind": "wall",
            # Begun once by its id, whoever sends it again.
            "form": {"id": str(uuid4()), "question": "Ingebroken"},
        },
    },
    own={"quick_session_state.begin"},
    effective={"quick_session_state.begin"},
)
