"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "handouts_state.enter": lambda _: {},
        "handouts_state.add": lambda _: {"form": {"where": "Merelstraat 12", "how": "Kom langs."}},
        "invitation_state.enter": lambda _: {},
    },
)
