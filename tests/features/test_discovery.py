"""A feature is found by its folder and needs no line elsewhere; a broken folder is named."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import plekberaad_app.features as home
from plekberaad_app import plekberaad_app as wiring
from plekberaad_app.features.discovery import (
    ROOM,
    addresses_with_a_code,
    check,
    features,
    operations,
    parts,
    routes,
    tidy,
    untranslated,
    uploads,
)
from plekberaad_app.ops.build import catalogues, first_load
from plekberaad_app.platform.folders import BrokenFolder
from plekberaad_app.platform.http.guard import MAX_FORM, guarded
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui.texts import needed
from tests.casting import NOW
from tests.folders import folder_in, imports

FEATURE = """
from plekberaad_app.platform.feature import Feature, Page, Part, Upload

FEATURE = Feature(
    pages=(
        Page("/vreemd/[code]", "page:odd_page", "title.start", "page:OddState.enter"),
    ),
    parts=(Part("desk", "page:odd_part", "page:OddState.enter", place=1),),
    routes=("routes:ROUTES",),
    uploads=(Upload("/vreemd/{code}/bestand.txt", 300_000, refusal="odd_too_large"),),
    tidies=("odd:tidy",),
    operations={"odd": "odd:operate"},
)
"""
# No state of the framework: it would stay in its registry after the test.
PAGE = """
import reflex as rx

from plekberaad_app.ui.words import words


class OddState:
    def enter(self) -> None: ...


def odd_page() -> rx.Component:
    return rx.el.main(rx.el.h1(words("start.name")))


def odd_part() -> rx.Component:
    return rx.el.section()
"""
ROUTES = """
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from plekberaad_app.core.errors import BadInput


async def answer(request: Request) -> PlainTextResponse:
    try:
        await request.body()
    except BadInput as refusal:
        return PlainTextResponse(refusal.code, 400)
    return PlainTextResponse(request.path_params["code"])


ROUTES = [Route("/vreemd/{code}/bestand.txt", answer, methods=["GET", "POST"])]
"""
ODD = """
tidied = []
tidy = tidied.append


def operate(name: str) -> str:
    return f"done for {name}"
"""
FILES = {"__init__": FEATURE, "page": PAGE, "routes": ROUTES, "odd": ODD}


def with_feature(place: Path, **files: str) -> AbstractContextManager[None]:
    return folder_in(home, features, place, "odd", {**FILES, **files})


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[None]:
    with with_feature(tmp_path):
        yield


def test_the_folders_are_the_features():
    folders = (ROOT / "plekberaad_app" / "features").glob("*/__init__.py")
    names = {f"{home.__name__}.{file.parent.name}" for file in folders}
    assert {declared.package for declared in features()} == {ROOM, *names}


def test_what_every_folder_names_is_there():
    check()


@pytest.mark.parametrize("package", [declared.package for declared in features()])
def test_a_feature_knows_of_another_what_its_folder_hands_out(package: str):
    folder = ROOT.joinpath(*package.split("."))
    known = {name for file in folder.rglob("*.py") for name in imports(file)}
    assert [name for name in known if is_inside_another(name, package)] == []


def is_inside_another(name: str, package: str) -> bool:
    """Whether something is of another feature, and not among what that feature hands out."""
    other = next((one.package for one in features() if name.startswith(f"{one.package}.")), ROOM)
    if other in (ROOM, package):
        return False
    return name.removeprefix(f"{other}.") not in getattr(import_module(other), "__all__", ())


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"__init__": "import no_such_module"}, "ModuleNotFoundError: No module named"),
        ({"__init__": ""}, "AttributeError"),
        ({"__init__": "FEATURE = 3"}, "FEATURE has to be Feature(…)"),
        ({"page": "1 / 0"}, "ZeroDivisionError"),
        ({"routes": ""}, "has no attribute 'ROUTES'"),
        ({"odd": "def tidy(now): ..."}, "has no attribute 'operate'"),
        ({"page": PAGE.replace("enter", "leave")}, "'enter'"),
        ({"__init__": FEATURE.replace('"desk"', '"nowhere"')}, "no page holds 'nowhere'"),
        ({"routes": ROUTES.replace("bestand", "x")}, "no route of its own is '/vreemd/{code}/"),
    ],
)
def test_a_broken_folder_is_named_in_one_line(tmp_path: Path, files: dict[str, str], told: str):
    with with_feature(tmp_path, **files), pytest.raises(BrokenFolder) as broken:
        check()
    assert str(broken.value).startswith("features/odd: ")
    assert told in str(broken.value)
    assert "\n" not in str(broken.value)


@pytest.mark.parametrize(
    ("own", "claimed", "told"),
    [
        ("/vreemd/[code]", "/privacy", "features/privacy: /privacy is claimed by features/odd"),
        ('{"odd"', '{"invite"', "features/odd: invite is claimed by features/accounts"),
    ],
)
def test_two_folders_that_claim_the_same_are_named(tmp_path, own: str, claimed: str, told: str):
    init = FEATURE.replace(own, claimed)
    with with_feature(tmp_path, __init__=init), pytest.raises(BrokenFolder) as broken:
        check()
    assert str(broken.value) == told


def test_the_page_of_a_new_folder_is_built_for_every_code_with_texts_and_language(odd):
    drawn = []
    built = SimpleNamespace(add_page=lambda draw, **said: drawn.append((draw, said)))
    wiring.add_pages(built)  # pyright: ignore[reportArgumentType]
    ((draw, said),) = [each for each in drawn if each[1]["route"] == "/vreemd/[code]"]
    assert (said["title"], len(said["on_load"])) == (text("title.start"), 1)
    draw()
    assert "start.name" in needed("odd_page")
    assert "/vreemd/[code]" in addresses_with_a_code()
    assert '"/vreemd/_"' in first_load.with_every_screen(first_load.PAGES_WITHOUT_A_CODE)
    assert "vreemd" in untranslated()
    assert '"vreemd"' in catalogues.languages()


async def test_every_code_of_a_new_page_gets_the_one_that_was_built(odd):
    asked: list[str] = []

    async def behind(scope, _receive, _send) -> None:
        asked.append(scope["path"])

    front = wiring._built_pages(behind)
    await front({"type": "http", "path": "/vreemd/ABC234"}, None, None)  # pyright: ignore[reportArgumentType]
    assert asked == ["/vreemd/_/"]


def test_a_route_of_a_new_folder_answers_under_the_policies_of_all(odd, own_settings):
    site = TestClient(guarded(Starlette(routes=routes())))
    answer = site.get("/vreemd/ABC234/bestand.txt")
    assert answer.text == "ABC234"
    assert "sandbox" in answer.headers["content-security-policy"]
    elsewhere = {"origin": "https://elders.example", "sec-fetch-site": "cross-site"}
    assert site.post("/vreemd/ABC234/bestand.txt", headers=elsewhere).status_code == 403


def test_a_new_folder_takes_files_as_large_as_it_says_itself(odd, own_settings):
    site = TestClient(wiring._guarded(Starlette(routes=routes())))
    assert site.post("/vreemd/ABC234/bestand.txt", content=b"0" * 300_000).text == "ABC234"
    assert site.post("/vreemd/ABC234/bestand.txt", content=b"0" * 400_000).text == "odd_too_large"


def test_nginx_lets_through_all_that_the_program_takes():
    conf = (ROOT / "deploy" / "nginx" / "plekberaad.conf").read_text("utf-8")
    (megabytes,) = re.findall(r"client_max_body_size (\d+)m;", conf)
    assert int(megabytes) << 20 > max(upload.largest for upload in uploads()) + MAX_FORM


def test_what_a_new_folder_deletes_when_it_is_due_is_deleted_with_the_rest(odd, sqlite_store):
    tidy(NOW)
    assert tidied() == [NOW]


def test_what_a_new_folder_does_for_whoever_runs_the_program_can_be_asked(odd):
    assert operations()["odd"](name="Anna") == "done for Anna"


def test_parts_of_other_features_stand_on_the_desk_in_order_of_place(odd):
    names = [draw.__name__ for draw in parts("desk")]
    assert names[0] == "odd_part"
    assert len(names) > 1


def tidied() -> list[datetime]:
    found = next(each for each in features() if each.package.endswith(".odd"))
    return found.load("odd:tidied")
