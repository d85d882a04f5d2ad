"""Tells systemd that this process is ready and, regularly, that it is still alive.

If systemd did not start it (no NOTIFY_SOCKET) nothing happens.
"""

import asyncio
import os
import socket

# How often within the time that systemd allows (WatchdogSec).
SIGNS_OF_LIFE = 4


def tell(message: str) -> None:
    """Send a message such as READY=1 to whoever started this process."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        # @ stands for an address without a file.
        supervisor.sendto(message.encode(), address.replace("@", "\0", 1))


async def show_life() -> None:
    """Until cancelled; a loop that hangs sends nothing, and systemd restarts the process."""
    allowed_seconds = int(os.environ.get("WATCHDOG_USEC", "0")) / 1e6
    while allowed_seconds:
        tell("WATCHDOG=1")
        await asyncio.sleep(allowed_seconds / SIGNS_OF_LIFE)
