"""A build that fails says why in one sentence; what npm says around it stays in the log."""

from pathlib import Path

import pytest
import typer

from plekberaad_app.ops.build import building
from plekberaad_app.ops.build.trouble import cause_of, last_words
from plekberaad_app.ops.commands import starting
from plekberaad_app.platform.i18n.catalogue import text
from tests.settings import overridden

NOISE = "\n".join(f"npm silly tarball no local data for package-{number}" for number in range(300))


def away(code: str) -> str:
    return f"{NOISE}\nnpm error code {code}\nnpm error network request failed\n{NOISE}\n"


@pytest.mark.parametrize(
    ("log", "cause"),
    [
        (away("ECONNREFUSED"), "no_registry"),
        (away("ENOTFOUND"), "no_registry"),
        (away("EAI_AGAIN"), "no_registry"),
        (away("SELF_SIGNED_CERT_IN_CHAIN"), "no_trust"),
        ("npm error 403 403 Forbidden - GET https://registry.npmjs.org/react", "no_registry"),
        ("npm error code ENOSPC", "no_space"),
        (
            "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
            "no_memory",
        ),
        ("PermissionError: [Errno 13] Permission denied: '.web'", "no_right"),
        ("SyntaxError: Unexpected token in page.jsx", ""),
    ],
)
def test_the_likely_cause_is_found_among_hundreds_of_lines(log: str, cause: str):
    assert cause_of(log) == cause
    if cause:
        assert text(f"cli.build.{cause}") != text(f"cli.build.{cause}", "en")


def test_where_no_cause_is_known_the_end_of_the_log_is_told_without_npms_own_work():
    told = last_words(f"{NOISE}\nSyntaxError: Unexpected token\n  at page.jsx:3\n{NOISE}")
    assert told == "SyntaxError: Unexpected token\n  at page.jsx:3"


def test_anyone_who_starts_without_the_registry_reads_two_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fail(log: Path) -> None:
        log.write_text(away("ENOTFOUND"))
        raise building.BuildFailed(log)

    monkeypatch.setattr(building, "is_built", lambda: False)
    monkeypatch.setattr(building, "build_apart", fail)
    with overridden(data=tmp_path) as used, pytest.raises(typer.Exit) as stopped:
        starting._build(used)
    assert stopped.value.exit_code == 1
    told = "".join(capsys.readouterr())
    assert "npm" not in told.replace("registry.npmjs.org", "")
    joined = " ".join(told.split())
    assert text("cli.build.no_registry") in joined
    assert text("cli.build.failed", log=str(tmp_path / "build.log")).split(" in ")[0] in joined
