"""Dates and times as people in the room read them: Dutch time, whatever the server's clock says."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import Language

ZONE = ZoneInfo("Europe/Amsterdam")


def local_time(moment: datetime) -> datetime:
    """An aware moment on the clock of the room."""
    return moment.astimezone(ZONE)


def long_date(moment: datetime, lang: Language = "nl") -> str:
    """Such as 'maandag 23 november 2026'."""
    return format_date(local_time(moment), format="full", locale=lang)


def day_and_month(moment: datetime) -> str:
    """Such as 'maandag 23 november'."""
    return format_date(local_time(moment), format="EEEE d MMMM", locale="nl")


def leaf(moment: datetime) -> tuple[str, str, str]:
    """A day as a leaf of a calendar has it, such as ('ma', '23', 'nov')."""
    local = local_time(moment)
    weekday, month = (format_date(local, format=form, locale="nl") for form in ("EEE", "MMM"))
    return weekday, str(local.day), month.rstrip(".")


def said_time(moment: datetime) -> str:
    """Hours and minutes as in a Dutch sentence: '19.30' in 'om 19.30 uur'."""
    return clock_time(moment).replace(":", ".")


def next_minute(moment: datetime) -> datetime:
    """The first whole minute by which it has happened: anybody who is back by then misses
    nothing."""
    past = timedelta(seconds=moment.second, microseconds=moment.microsecond)
    return moment + -past % timedelta(minutes=1)


def clock_time(moment: datetime) -> str:
    """Hours and minutes, such as '19:45'; the same in all our languages."""
    local = local_time(moment)
    return f"{local.hour:02}:{local.minute:02}"


def date_and_time(moment: datetime) -> str:
    """Such as 'maandag 23 november 2026, 19:45 uur'."""
    return text("amount.date_and_time", date=long_date(moment), time=clock_time(moment))
