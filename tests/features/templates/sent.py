"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "templates_state.enter": lambda _: {},
        "templates_state.rename": lambda _: {"form": {"id": "onbekend", "name": "Ingebroken"}},
        "templates_state.remove": lambda _: {"template_id": "onbekend"},
        "keeping_state.enter": lambda _: {},
        "keeping_state.keep": lambda _: {"form": {"name": "Ingebroken", "id": "aanval-sjabloon"}},
    },
)
