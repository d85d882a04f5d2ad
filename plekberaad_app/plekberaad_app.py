"""Wiring: the app, its pages, its HTTP routes and what lives as long as the process. No rules."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

import reflex as rx

from plekberaad_app import metrics, routes
from plekberaad_app.components.early import early_head
from plekberaad_app.components.overlay import app_wraps
from plekberaad_app.http import guard, site
from plekberaad_app.http.built import Built
from plekberaad_app.http.kept_pages import KeptPages
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.house import House, open_house
from plekberaad_app.live.taps import take_once
from plekberaad_app.live.wire import Wire
from plekberaad_app.pages.begin import begin_page
from plekberaad_app.pages.login import code_page, login_page, take_over_page
from plekberaad_app.pages.look_along import look_along_page
from plekberaad_app.pages.my_data import my_data_page
from plekberaad_app.pages.network import network_page
from plekberaad_app.pages.not_found import not_found_page
from plekberaad_app.pages.own_login import own_login_page
from plekberaad_app.pages.phone import phone_page
from plekberaad_app.pages.preparing import preparing_page, programme_page
from plekberaad_app.pages.privacy import privacy_page
from plekberaad_app.pages.projector import projector_page
from plekberaad_app.pages.report import report_page
from plekberaad_app.pages.start import find_screen_page, start_page
from plekberaad_app.pages.tablet import tablet_page
from plekberaad_app.services import arriving, conducting, logins, tidying
from plekberaad_app.services.asking import now
from plekberaad_app.services.permission import Visitor
from plekberaad_app.settings import settings
from plekberaad_app.states.beginning import BeginState
from plekberaad_app.states.forgetting import forget_the_gone
from plekberaad_app.states.hydrating import FirstHydration
from plekberaad_app.states.identity import Gate
from plekberaad_app.states.my_data import MyDataState
from plekberaad_app.states.own_login import OwnLoginState
from plekberaad_app.states.phone import PhoneState
from plekberaad_app.states.preparing import PreparingState, ProgrammeState
from plekberaad_app.states.projector import ProjectorState
from plekberaad_app.states.report import ReportState
from plekberaad_app.states.running import on_failure, run
from plekberaad_app.states.tablet import TabletState
from plekberaad_app.store.database import open_database
from plekberaad_app.theme.sheets import STYLESHEETS

TIDY_EVERY_SECONDS = 600
# A whole room may wait for the database at once; who only looks must not stand behind them.
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
        stylesheets=STYLESHEETS,
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
        (routes.START, start_page, "start", None),
        (routes.PHONE, phone_page, "phone", PhoneState.enter),
        (routes.LOOK_ALONG, look_along_page, "look_along", PhoneState.look_along),
        (routes.FIND_SCREEN, find_screen_page, "projector", None),
        (routes.PROJECTOR, projector_page, "projector", ProjectorState.enter),
        (routes.TABLET, tablet_page, "tablet", TabletState.enter),
        (routes.PREPARING, preparing_page, "preparing", PreparingState.enter),
        (routes.PROGRAMME, programme_page, "programme", ProgrammeState.enter),
        (routes.REPORT, report_page, "report", ReportState.enter),
        (routes.MY_DATA, my_data_page, "my_data", MyDataState.enter),
        (routes.PRIVACY, privacy_page, "privacy", None),
        (routes.NETWORK, network_page, "network", None),
        (routes.LOGIN, login_page, "login", None),
        (routes.CODE, code_page, "login", None),
        (routes.OWN_LOGIN, own_login_page, "own_login", OwnLoginState.enter),
        (routes.BEGIN, begin_page, "begin", BeginState.enter),
        (routes.TAKE_OVER, take_over_page, "take_over", None),
        ("/404", not_found_page, "not_found", None),
    ]
    for route, page, name, on_load in pages:
        title = text(f"title.{name}")
        # Without a description of ours the framework gives the 404 an English one.
        built.add_page(page, route=route, title=title, description=title, on_load=on_load)


def lifespan(built: rx.App) -> Callable[[], Any]:
    """What runs beside the requests: the house with its rooms, and forgetting people in time."""

    @asynccontextmanager
    async def living() -> AsyncIterator[None]:
        open_database(settings().database)
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "use case"))
        redis_url = settings().redis_url
        wire = Wire(built, SCREENS)
        opened = open_house(
            House(wire, _advance, redis_url and str(redis_url), _still_drives, _whose_phone)
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


async def _advance(live_session_id: str) -> None:
    await run(conducting.advance_if_due, live_session_id, now())


async def _still_drives(token: str) -> bool:
    # While the database is away nobody is sent off.
    return (await run(logins.has_ended, token, now())).value is not True


async def _whose_phone(live_session_id: str, key: str) -> str | None:
    found = await run(arriving.who_is, Visitor(live_session_id, key))
    if found.is_refused:
        return None
    return found.value.id if found.value else ""


async def _tidy_in_time(opened: House) -> None:
    while True:
        await run(tidying.tidy, now())
        if not opened.counts()["screens"]:
            gc.collect()
        await asyncio.sleep(TIDY_EVERY_SECONDS)


app = build_app()
