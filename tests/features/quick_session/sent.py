"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "quick_session_state.enter": lambda _: {},
        "quick_session_state.begin": lambda _: {
            "kind": "wall",
            "form": {"id": "aanval-sessie", "question": "Ingebroken"},
        },
    },
    own={"quick_session_state.begin"},
    effective={"quick_session_state.begin"},
)
