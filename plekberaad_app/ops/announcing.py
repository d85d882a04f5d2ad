"""Says in the terminal where phones, projector and facilitator find the evening."""

import io
from datetime import UTC, datetime

import segno
from rich.console import Console

from plekberaad_app.features.accounts.invitations import first_invitation
from plekberaad_app.platform.addresses import public_url
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings


def announce(settings: Settings, console: Console) -> None:
    """Print the addresses, the QR code for phones and, the first time, the link to begin with."""
    url = public_url(settings)
    console.out(qr(url), highlight=False)
    for screen in ("phones", "projector", "tablet"):
        console.print(text(f"cli.announce.{screen}", url=url), highlight=False, soft_wrap=True)
    if token := invitation():
        link = text("cli.announce.begin", url=f"{url}/begin/{token}")
        console.print(link, style="bold", highlight=False, soft_wrap=True)
    console.print(text("cli.announce.stop"), style="dim")


def qr(url: str) -> str:
    """The QR code of this address in half blocks, for a terminal."""
    drawing = io.StringIO()
    segno.make(url, micro=False).terminal(drawing, compact=True)
    return drawing.getvalue()


def invitation() -> str | None:
    """The token of the one-time link for the first facilitator, for as long as there is none."""
    return first_invitation(datetime.now(UTC))
