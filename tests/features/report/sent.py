"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent

SENT = Sent(payloads={"report_state.enter": lambda _: {}})
