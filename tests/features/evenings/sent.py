"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "preparing_state.enter": lambda _: {},
        "preparing_state.create": lambda _: {"form": {"title": "Ingebroken", "starts_at": ""}},
        "preparing_state.delete": lambda house: {"code": house.evening.code},
        "preparing_state.restore": lambda house: {"code": house.evening.code},
        "preparing_state.copy": lambda house: {"code": house.evening.code},
        "preparing_state.search": lambda _: {"sought": "plein"},
        "preparing_state.clear_search": lambda _: {},
        "preparing_state.show_more": lambda _: {},
    },
    own={"preparing_state.create"},
    spoiling={"preparing_state.delete"},
    effective={"preparing_state.create"},
)
