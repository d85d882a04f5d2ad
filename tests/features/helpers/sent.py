"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "helpers_state.enter": lambda _: {},
        "helpers_state.hand_out": lambda _: {"form": {"role": "stand_in", "name": "Insluiper"}},
        "helpers_state.renew": lambda house: {"helper_id": house.helper_id},
        "helpers_state.withdraw": lambda house: {"helper_id": house.helper_id},
        "joining_state.enter": lambda _: {},
    },
    own={"helpers_state.hand_out"},
    effective={"helpers_state.hand_out", "helpers_state.withdraw"},
)
