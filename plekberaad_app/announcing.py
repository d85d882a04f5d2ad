"""Says in the terminal where phones, projector and facilitator find the evening."""

import io
import socket
from datetime import UTC, datetime

import segno
from rich.console import Console

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.services.accounts import first_invitation
from plekberaad_app.settings import Settings


def public_url(settings: Settings) -> str:
    """The address people type, without a slash at the end."""
    if settings.public_url is not None:
        return str(settings.public_url).rstrip("/")
    return f"http://{lan_address()}:{settings.port}"


def lan_address() -> str:
    """This machine's address on the local network; no packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"


def announce(settings: Settings, console: Console) -> None:
    """Print the addresses, the QR for phones and, the first time, the link to begin with."""
    url = public_url(settings)
    console.out(qr(url), highlight=False)
    for screen in ("phones", "projector", "tablet"):
        console.print(text(f"cli.announce.{screen}", url=url), highlight=False, soft_wrap=True)
    if token := invitation():
        link = text("cli.announce.begin", url=f"{url}/begin/{token}")
        console.print(link, style="bold", highlight=False, soft_wrap=True)
    console.print(text("cli.announce.stop"), style="dim")


def qr(url: str) -> str:
    """The QR of this address in half blocks, for a terminal."""
    drawing = io.StringIO()
    segno.make(url, micro=False).terminal(drawing, compact=True)
    return drawing.getvalue()


def invitation() -> str | None:
    """The token of the one-time link for the first facilitator, as long as there is none yet."""
    return first_invitation(datetime.now(UTC))
