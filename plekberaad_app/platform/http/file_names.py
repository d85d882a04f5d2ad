"""Names of files that people keep: the date, the evening and what is in it, legal everywhere."""

import re
import unicodedata
from datetime import datetime
from urllib.parse import quote

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import local_time

# What Windows does not allow in a name, and what reads badly in one.
_ILLEGAL = re.compile(r'[<>:"/\\|?*%]+')
MAX_TITLE = 60


def file_name(room: LiveSession, what: str, suffix: str, now: datetime) -> str:
    """Such as '2026-11-23 De Vogelbuurt - ideeën (K7M3XP).csv'.

    While the evening is not closed the name says until when: the next file will hold more.
    """
    held_on = local_time(room.started_at or room.starts_at or now)
    is_closed = room.status is Status.CLOSED
    until = "" if is_closed else text("report.file.until", time=f"{local_time(now):%H.%M}")
    about = " ".join(filter(None, (what, until)))
    return f"{held_on:%Y-%m-%d} {legal(room.title)} - {about} ({room.code}).{suffix}"


def disposition(name: str, *, opens: bool = False) -> str:
    """The header that gives a file its name; old browsers read the one without accents.

    It is saved, unless it `opens` in the browser.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"\s+", " ", plain)
    how = "inline" if opens else "attachment"
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def legal(title: str) -> str:
    """A title that may stand in a name; dots and spaces may not end it."""
    signs = (char if char.isprintable() else " " for char in _ILLEGAL.sub(" ", title))
    tidy = " ".join("".join(signs).split())
    return tidy[:MAX_TITLE].strip(" .") or text("report.file.evening")
