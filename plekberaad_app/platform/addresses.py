"""Where people reach this program: the public address, or this machine's on the local network."""

import socket

from plekberaad_app.platform.settings import Settings


def public_url(settings: Settings) -> str:
    """The address people type, without a slash at the end."""
    if settings.public_url is not None:
        return str(settings.public_url).rstrip("/")
    return f"http://{lan_address()}:{settings.port}"


def short_address(settings: Settings) -> str:
    """The same, as it is read aloud: without the protocol."""
    return public_url(settings).removeprefix("https://").removeprefix("http://")


def lan_address() -> str:
    """This machine's address on the local network; no packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"
