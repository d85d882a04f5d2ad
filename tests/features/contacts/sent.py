"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "hear_more_state.enter": lambda _: {},
        "hear_more_state.leave": lambda house: {
            "form": {"step_id": house.step_id, "reach": "fatima@example.nl", "agreed": "on"}
        },
        "hear_more_state.take_back": lambda house: {"step_id": house.step_id},
        "contacts_state.enter": lambda _: {},
        "contacts_state.add": lambda _: {"form": {"reach": "06 12345678", "agreed": "on"}},
        "contacts_state.remove": lambda _: {"contact_id": "een-contact"},
    }
)
