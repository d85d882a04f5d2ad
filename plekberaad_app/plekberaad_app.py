"""Wiring: an app with what every feature declares, and what lives as long as the process."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

import reflex as rx
from starlette.applications import Starlette
from starlette.types import ASGIApp

from plekberaad_app.features import discovery
from plekberaad_app.features.discovery import Declared
from plekberaad_app.live.registry import RoomRegistry, hear_writing, open_registry
from plekberaad_app.platform import helper_links, logins, metrics
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.feature import Page
from plekberaad_app.platform.http import guard
from plekberaad_app.platform.http.built_pages import Built
from plekberaad_app.platform.http.kept_pages import KeptPages
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.reflex.forgetting import forget_the_gone
from plekberaad_app.platform.reflex.hydrating import FirstHydration
from plekberaad_app.platform.reflex.signals import on_signal
from plekberaad_app.platform.reflex.taps import take_once
from plekberaad_app.platform.reflex.wire import Wire
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission, steering
from plekberaad_app.room.artist.state import ArtistState
from plekberaad_app.room.host.state import HostState
from plekberaad_app.room.identity import Gate
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projections.screens import PROJECTIONS
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.running import on_failure, run
from plekberaad_app.room.tablet.state import TabletState
from plekberaad_app.ui.browser import with_styles
from plekberaad_app.ui.early import early_head
from plekberaad_app.ui.overlay import app_wraps
from plekberaad_app.ui.texts import with_texts

TIDY_EVERY_SECONDS = 600
# A whole room may be waiting for the database at once; readers must not have to queue behind it.
THREADS = 100

SCREENS: dict[str, type[rx.State]] = {
    "phone": PhoneState,
    "projector": ProjectorState,
    "tablet": TabletState,
    "host": HostState,
    "artist": ArtistState,
}


def build_app() -> rx.App:
    """The app with everything in it."""
    built = rx.App(
        html_lang="nl",
        app_wraps=app_wraps(),
        head_components=early_head(),
        toaster=None,
        backend_exception_handler=on_failure,
        api_transformer=[KeptPages, _built_pages, plain_routes(), _guarded],
    )
    add_pages(built)
    built.add_middleware(Gate())
    built.add_middleware(FirstHydration())
    if built.event_namespace is not None:
        take_once(built.event_namespace)
        on_signal(built.event_namespace, "writing", hear_writing)
        forget_the_gone(built, settings().closed_tab_seconds)
    built.register_lifespan_task(lifespan(built))
    return built


def plain_routes() -> Starlette:
    """The plain HTTP routes; whatever they do not know is passed on to the pages behind them."""
    return Starlette(routes=discovery.routes())


def add_pages(built: rx.App) -> None:
    """Every page that a feature declares."""
    for declared, page in discovery.pages():
        add_page(built, declared, page)


def add_page(built: rx.App, declared: Declared, page: Page) -> None:
    """A page with its texts, the sheet in its folder and its title."""
    draw, title = declared.load(page.draw), text(page.title)
    built.add_page(
        with_texts(draw.__name__, with_styles(draw)),
        route=page.address,
        title=title,
        # Otherwise the framework gives the 404 page a description in English.
        description=title,
        on_load=discovery.on_load(declared, page) or None,
    )


def _built_pages(app: ASGIApp) -> ASGIApp:
    folders = {page.folder for _, page in discovery.pages() if page.has_code}
    return Built(app, folders)


def _guarded(app: ASGIApp) -> ASGIApp:
    return guard.guarded(app, discovery.uploads())


def lifespan(built: rx.App) -> Callable[[], Any]:
    """What runs beside the requests: the registry with its rooms, and deleting data when it is
    due."""

    @asynccontextmanager
    async def living() -> AsyncIterator[None]:
        open_database(settings().database)
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "use case"))
        opened = open_registry(_registry(built))
        metrics.watch(lambda: {**opened.counts(), **_counts(built)})
        tasks = [asyncio.create_task(opened.run()), asyncio.create_task(_tidy_in_time(opened))]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(*tasks)

    return living


def _registry(built: rx.App) -> RoomRegistry:
    redis_url = settings().redis_url
    return RoomRegistry(
        Wire(built, SCREENS),
        PROJECTIONS,
        _steer_if_due,
        redis_url and str(redis_url),
        _still_steers,
        _whose_phone,
        still_good=_still_good,
    )


def _counts(built: rx.App) -> dict[str, int]:
    sockets = len(built.sio.eio.sockets) if built.sio else 0
    return {"sockets": sockets, "tasks": len(asyncio.all_tasks())}


async def _steer_if_due(live_session_id: str) -> None:
    await run(steering.steer_if_due, live_session_id, now())


async def _still_steers(token: str) -> bool:
    # While the database is away nobody is logged out.
    return (await run(logins.has_ended, token, now())).value is not True


async def _whose_phone(live_session_id: str, key: str) -> str | None:
    found = await run(admission.who_is, Visitor(live_session_id, key))
    if found.is_refused:
        return None
    return found.value.id if found.value else ""


async def _still_good(ids: Collection[str]) -> Collection[str]:
    found = await run(helper_links.still_good, ids)
    # While the database is away nobody is sent away.
    return ids if found.is_refused else found.value


async def _tidy_in_time(opened: RoomRegistry) -> None:
    while True:
        await run(discovery.tidy, now())
        if not opened.counts()["screens"]:
            gc.collect()
        await asyncio.sleep(TIDY_EVERY_SECONDS)


app = build_app()
