"""What anyone can read without an evening: the pages and the code as they were built."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from plekberaad_app.platform.frontend import PAGES
from plekberaad_app.platform.settings import PREFIX, ROOT
from tests.security.attacks import Matrix

pytestmark = pytest.mark.served

# A var with a value in the bundle was thought about: everybody can read it before anything happens.
MAY_BE_READ = {
    ("sound", True),
    ("mode", "stage"),
    ("screen", "stage"),
    # Before anything is known: a phase hurries, a plan fits, nobody was held up.
    ("hurries", True),
    ("is_good", True),
    ("held_on", -1),
    # Of the framework's address without a page, and of a figure without figures.
    ("origin", "://"),
    ("type", "scatter"),
}
# What says nothing of anybody.
NOTHING: tuple[Any, ...] = ("", 0, False, None)
# Programmers' hints, names of formats, and the address for which Reflex builds.
NAMED_HOSTS = {
    "cdn.plot.ly",
    "github.com",
    "localhost",
    "localhost:8000",
    "plotly.com",
    "react.dev",
    "reactrouter.com",
    "socket.io",
    "www.w3.org",
}
KINDS = {".br", ".css", ".gz", ".html", ".ico", ".js", ".jsx", ".svg", ".woff2"}
TELLS = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE),
    "a folder of a machine": re.compile(r"/(?:home|root|tmp|usr|opt|var|work|Users)/[\w.-]"),
    "this folder": re.compile(re.escape(str(ROOT))),
    "a map to the sources": re.compile(r"sourceMappingURL"),
    "a setting": re.compile(rf"{PREFIX}\w+"),
    "a database": re.compile(r"(?:postgres\w*|sqlite|redis)(?:\+\w+)?://"),
    "a key": re.compile(r"-----BEGIN|Bearer |\b(?:AKIA|ghp_|sk-)\w{16,}"),
    "a secret": re.compile(
        r"(?:secret|api_?key|token)\s*[:=]\s*[`\"'][\w+/=-]{12,}", re.IGNORECASE
    ),
}

# Between its root and the list or text that follows it; the bundler may give both other names.
DEFAULTS = re.compile(r"=(\{reflex___state____state:\{.*?\}\}),[\w$]+=[\[`]")
TEXT = re.compile(r"`((?:[^`\\]|\\.)*)`")
NAME = re.compile(r"([{,])(\w+):")


def test_only_kinds_of_files_that_a_page_needs_were_built(built: None):
    assert {file.suffix for file in files()} == KINDS


def test_no_default_in_the_code_is_worth_reading(built: None, matrix: Matrix):
    scripts = (PAGES / "assets").glob("*.js")
    # Which script holds them is for the bundler to choose.
    (written,) = (found for code in scripts for found in DEFAULTS.findall(code.read_text("utf-8")))
    states = json.loads(as_json(written))
    assert len(states) > 8
    defaults = [(name, value) for state in states.values() for name, value in leaves(state, "")]
    assert len(defaults) > 100
    told = {(name, value) for name, value in defaults if value not in NOTHING}
    assert told == MAY_BE_READ
    matrix.note("defaults in the built code, empty or on the list", "outside", tried=len(defaults))


def test_a_default_with_something_in_it_would_be_found():
    written = '{a_rx_state_:{pin:`0`,is_on:!0,rows:[{name:`Els`}]},"b.c":{d_rx_state_:3}}'
    found = [leaf for state in json.loads(as_json(written)).values() for leaf in leaves(state, "")]
    assert found == [("pin", "0"), ("is_on", True), ("name", "Els"), ("d", 3)]


@pytest.mark.parametrize("what", TELLS)
def test_no_built_file_tells(what: str, built: None):
    told = {file.name: TELLS[what].findall(text)[:3] for file, text in texts()}
    assert {name: found for name, found in told.items() if found} == {}


def test_built_files_name_no_host_but_those_of_the_list(built: None):
    found = {
        urlsplit(address).netloc
        for _, text in texts()
        for address in re.findall(r"(?:https?|wss?)://[\w.-]+(?::\d+)?", text)
    }
    assert found == NAMED_HOSTS


def files() -> list[Path]:
    """Every file that is served as it is."""
    return [file for file in PAGES.rglob("*") if file.is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    """Those that can be read, with what is in them; what is packed is the same once more."""
    readable = KINDS - {".br", ".gz", ".ico", ".woff2"}
    return ((file, file.read_text("utf-8")) for file in files() if file.suffix in readable)


def as_json(written: str) -> str:
    """The literal of a script as the bundler writes it: texts in backticks, !0 for true."""
    texts = TEXT.sub(lambda text: json.dumps(text[1].replace("\\`", "`")), written)
    return NAME.sub(r'\1"\2":', texts).replace(":!0", ":true").replace(":!1", ":false")


def leaves(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every value in a default that is no list and no mapping, with the name it stands under."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, key.removesuffix("_rx_state_"))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, value
