"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "preparing_state.enter": lambda _: {},
        "preparing_state.create": lambda _: {"form": {"title": "Ingebroken", "starts_at": ""}},
        "preparing_state.delete": lambda house: {"code": house.evening.code},
    },
    own={"preparing_state.create"},
    spoiling={"preparing_state.delete"},
    effective={"preparing_state.create"},
)
