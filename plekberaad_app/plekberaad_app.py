"""Wiring: the app, its pages, its HTTP routes and what lives as long as the process. No rules."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

import reflex as rx

from plekberaad_app.features import site
from plekberaad_app.features.accounts.begin_page import begin_page
from plekberaad_app.features.accounts.begin_state import BeginState
from plekberaad_app.features.accounts.login_page import code_page, login_page, take_over_page
from plekberaad_app.features.accounts.own_login_page import own_login_page
from plekberaad_app.features.accounts.own_login_state import OwnLoginState
from plekberaad_app.features.evenings import preparing_page, programme_page
from plekberaad_app.features.evenings.state import PreparingState, ProgrammeState
from plekberaad_app.features.front.not_found_page import not_found_page
from plekberaad_app.features.front.page import find_screen_page, start_page
from plekberaad_app.features.network.page import network_page
from plekberaad_app.features.privacy.my_data_page import my_data_page
from plekberaad_app.features.privacy.my_data_state import MyDataState
from plekberaad_app.features.privacy.page import privacy_page
from plekberaad_app.features.report.page import report_page
from plekberaad_app.features.report.state import ReportState
from plekberaad_app.features.retention import tidying
from plekberaad_app.live.registry import RoomRegistry, open_registry
from plekberaad_app.platform import logins, metrics
from plekberaad_app.platform import routes as platform_routes
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.http import guard
from plekberaad_app.platform.http.built_pages import Built
from plekberaad_app.platform.http.kept_pages import KeptPages
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.reflex.forgetting import forget_the_gone
from plekberaad_app.platform.reflex.hydrating import FirstHydration
from plekberaad_app.platform.reflex.taps import take_once
from plekberaad_app.platform.reflex.wire import Wire
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission, steering
from plekberaad_app.room.identity import Gate
from plekberaad_app.room.phone.look_along import look_along_page
from plekberaad_app.room.phone.page import phone_page
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projections.screens import PROJECTIONS
from plekberaad_app.room.projector.page import projector_page
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.running import on_failure, run
from plekberaad_app.room.tablet import tablet_page
from plekberaad_app.room.tablet.state import TabletState
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
}


def build_app() -> rx.App:
    """The app with everything in it."""
    built = rx.App(
        html_lang="nl",
        app_wraps=app_wraps(),
        head_components=early_head(),
        toaster=None,
        backend_exception_handler=on_failure,
        api_transformer=[KeptPages, Built, site.routes(), guard.guarded],
    )
    add_pages(built)
    built.add_middleware(Gate())
    built.add_middleware(FirstHydration())
    if built.event_namespace is not None:
        take_once(built.event_namespace)
        forget_the_gone(built, settings().closed_tab_seconds)
    built.register_lifespan_task(lifespan(built))
    return built


def add_pages(built: rx.App) -> None:
    """Every page with its address and its title."""
    pages: list[tuple[str, Callable[[], rx.Component], str, Any]] = [
        (platform_routes.START, start_page, "start", None),
        (platform_routes.PHONE, phone_page, "phone", PhoneState.enter),
        (platform_routes.LOOK_ALONG, look_along_page, "look_along", PhoneState.look_along),
        (platform_routes.FIND_SCREEN, find_screen_page, "projector", None),
        (platform_routes.PROJECTOR, projector_page, "projector", ProjectorState.enter),
        (platform_routes.TABLET, tablet_page, "tablet", TabletState.enter),
        (platform_routes.PREPARING, preparing_page, "preparing", PreparingState.enter),
        (platform_routes.PROGRAMME, programme_page, "programme", ProgrammeState.enter),
        (platform_routes.REPORT, report_page, "report", ReportState.enter),
        (platform_routes.MY_DATA, my_data_page, "my_data", MyDataState.enter),
        (platform_routes.PRIVACY, privacy_page, "privacy", None),
        (platform_routes.NETWORK, network_page, "network", None),
        (platform_routes.LOGIN, login_page, "login", None),
        (platform_routes.CODE, code_page, "login", None),
        (platform_routes.OWN_LOGIN, own_login_page, "own_login", OwnLoginState.enter),
        (platform_routes.BEGIN, begin_page, "begin", BeginState.enter),
        (platform_routes.TAKE_OVER, take_over_page, "take_over", None),
        ("/404", not_found_page, "not_found", None),
    ]
    for route, page, name, on_load in pages:
        title = text(f"title.{name}")
        # Otherwise the framework gives the 404 page a description in English.
        drawn = with_texts(page.__name__, page)
        built.add_page(drawn, route=route, title=title, description=title, on_load=on_load)


def lifespan(built: rx.App) -> Callable[[], Any]:
    """What runs beside the requests: the registry with its rooms, and deleting data when it is
    due."""

    @asynccontextmanager
    async def living() -> AsyncIterator[None]:
        open_database(settings().database)
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "use case"))
        redis_url = settings().redis_url
        wire = Wire(built, SCREENS)
        opened = open_registry(
            RoomRegistry(
                wire,
                PROJECTIONS,
                _steer_if_due,
                redis_url and str(redis_url),
                _still_steers,
                _whose_phone,
            )
        )
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


async def _tidy_in_time(opened: RoomRegistry) -> None:
    while True:
        await run(tidying.tidy, now())
        if not opened.counts()["screens"]:
            gc.collect()
        await asyncio.sleep(TIDY_EVERY_SECONDS)


app = build_app()
