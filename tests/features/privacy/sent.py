"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(payloads={"my_data_state.enter": lambda _: {}})
