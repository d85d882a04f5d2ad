"""What is sent to the handlers of this feature by everybody."""

from tests.clients.facilitator import PASSWORD
from tests.security.sent import Sent

SENT = Sent(
    payloads={
        "begin_state.enter": lambda _: {},
        "own_login_state.enter": lambda _: {},
        "own_login_state.begin": lambda _: {"form": {"password": "geraden en niet goed"}},
        "own_login_state.confirm": lambda _: {"form": {"code": "123456"}},
        "own_login_state.end": lambda _: {"form": {"password": PASSWORD, "code": "123456"}},
        "account_desk_state.enter": lambda _: {},
        "account_desk_state.invite": lambda _: {"form": {"password": PASSWORD}},
        "account_desk_state.log_out": lambda _: {
            "form": {"login_id": "0123456789abcdef", "password": PASSWORD}
        },
    },
    own={"account_desk_state.invite"},
    spoiling={"account_desk_state.log_out"},
    effective={"account_desk_state.invite"},
)
