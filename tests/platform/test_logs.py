"""Logs: nobody's words reach them, whoever writes the record."""

import ast
import io
import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
import time_machine

import plekberaad_app
from plekberaad_app.platform import logs
from tests.settings import overridden

OURS = Path(plekberaad_app.__file__).parent
WORD = "kruidnagelthee"


@pytest.fixture(params=["console", "json"])
def written(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[io.StringIO]:
    """What the logs contain, in both formats; the loggers are put back afterwards."""
    output, root = io.StringIO(), logging.getLogger()
    before, level, hook = root.handlers, root.level, structlog.get_config()
    monkeypatch.setattr("sys.stderr", output)
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    with overridden(log_format=request.param) as used:
        logs.configure(used)
    yield output
    root.handlers, root.level = before, level
    structlog.configure(**hook)
    logging.captureWarnings(False)


def fail_with(words: str) -> None:
    raise ValueError(words)


@pytest.mark.parametrize("name", ["reflex.app", "reflex_base.event", "socketio", "asyncio", "x.y"])
def test_of_a_library_only_the_place_is_kept(name: str, written: io.StringIO):
    logging.getLogger(name).error(f"Failed to deserialize event data: {{'text': '{WORD}'}}")
    logging.getLogger(name).error("Event data: %s", {"text": WORD})
    assert WORD not in written.getvalue()
    assert "test_logs:" in written.getvalue()


def test_a_library_with_a_handler_of_its_own_is_silenced_too(written: io.StringIO):
    own = io.StringIO()
    logging.getLogger("engineio.server").addHandler(logging.StreamHandler(own))
    logs.take_over()
    logging.getLogger("engineio.server").error(WORD)
    assert own.getvalue() == ""
    assert "engineio.server" in written.getvalue()


def test_of_an_exception_the_message_is_left_out_and_the_frames_are_kept(written: io.StringIO):
    for name in ("reflex.app", "plekberaad_app.live.publisher", "uvicorn.error"):
        try:
            fail_with(WORD)
        except ValueError:
            logging.getLogger(name).exception("it went wrong")
    assert WORD not in written.getvalue()
    assert written.getvalue().count("ValueError") == 3
    assert written.getvalue().count("fail_with") == 3


def test_of_a_traceback_in_a_message_the_frames_are_kept(written: io.StringIO):
    try:
        fail_with(WORD)
    except ValueError:
        logging.getLogger("uvicorn.error").error(traceback.format_exc())
    assert WORD not in written.getvalue()
    assert "fail_with" in written.getvalue()


def test_an_error_about_our_code_says_what_it_is(written: io.StringIO):
    try:
        raise ImportError("cannot import name 'tables'")
    except ImportError:
        structlog.get_logger("plekberaad_app").exception("crashed")
    assert "cannot import name 'tables'" in written.getvalue()


def test_a_text_of_ours_is_kept_only_under_a_safe_key(written: io.StringIO):
    log = structlog.get_logger("plekberaad_app.room")
    log.info("refused", code="too_long", text=WORD, values={"name": WORD}, ideas=[WORD, WORD], n=7)
    assert WORD not in written.getvalue()
    for kept in ("refused", "too_long", "<list 2>", "7"):
        assert kept in written.getvalue()


@pytest.mark.parametrize("field", sorted(logs.SAFE_KEYS - {"level", "logger", "timestamp"}))
@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b[2K", "\u2028", "\x85", "\0"])
def test_nobody_writes_a_line_of_their_own(field: str, sign: str, written: io.StringIO):
    forged = f"fine{sign}2026-11-27T20:00:00Z [info] logged in"
    log = structlog.get_logger("plekberaad_app.room")
    log.warning(**{"event": "refused", field: forged})
    logging.getLogger("plekberaad_app.x").warning("refused: %s", forged)
    logging.getLogger("reflex").warning(forged)
    lines = written.getvalue()
    assert lines.count("\n") == 3
    assert len(lines.splitlines()) == 3
    assert "\x1b[2K" not in lines


def test_a_field_is_cut_off_where_it_is_too_long(written: io.StringIO):
    log = structlog.get_logger("plekberaad_app.room")
    log.warning("x", frames="a" * logs.LONGEST, where="b" * (logs.LONGEST + 1))
    assert "a" * logs.LONGEST in written.getvalue()
    assert "b" * (logs.LONGEST + 1) not in written.getvalue()


def test_every_line_says_when_in_utc(written: io.StringIO):
    with time_machine.travel("2026-07-01T12:00:00+02:00", tick=False):
        structlog.get_logger("plekberaad_app").warning("x")
        logging.getLogger("reflex").warning("x")
    assert written.getvalue().count("2026-07-01T10:00:00Z") == 2


def test_json_is_one_object_a_line(written: io.StringIO):
    structlog.get_logger("plekberaad_app").warning("room_closed", live_session="k7")
    logging.getLogger("reflex").error("x")
    if written.getvalue().startswith("{"):
        lines = [json.loads(line) for line in written.getvalue().splitlines()]
        assert [line["event"] for line in lines] == ["room_closed", "library_message"]


def test_what_libraries_do_well_is_not_logged(written: io.StringIO):
    logging.getLogger("reflex").info("all is well")
    assert written.getvalue() == ""


def test_our_own_records_name_things_of_the_code_only():
    logged = [(path, call) for path in OURS.rglob("*.py") for call in log_calls(path)]
    assert len(logged) > 5
    for path, call in logged:
        assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"
        for argument in call.args[1:]:
            assert is_a_name_of_code(argument), f"{path}:{call.lineno} {ast.unparse(argument)}"


def log_calls(path: Path) -> list[ast.Call]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return [node for node in nodes if isinstance(node, ast.Call) and is_of_a_log(node.func)]


def is_of_a_log(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and ast.unparse(called.value) == "log"


def is_a_name_of_code(argument: ast.expr) -> bool:
    """The name of a class or a function, or what looked itself up among our handlers."""
    if isinstance(argument, ast.Attribute):
        return argument.attr == "__name__"
    return isinstance(argument, ast.Call) and getattr(argument.func, "id", "") == "_known_name"


def test_a_library_that_says_the_same_without_end_is_written_so_often_a_minute():
    seldom = logs.Seldom(most=2)

    def said(name: str, line: int, second: float) -> bool:
        record = logging.LogRecord(name, logging.ERROR, "x.py", line, "no", (), None)
        record.created = second
        return seldom.filter(record)

    assert [said("reflex", 1, 0) for _ in range(3)] == [True, True, False]
    assert said("reflex", 2, 59)
    assert said("reflex", 1, 60)
    assert all(said("plekberaad_app.http", 1, 60) for _ in range(9))
