"""Settings: a wrong one stops the start with one line, and each is described once."""

import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from plekberaad_app.platform.i18n.catalogue import keys, text
from plekberaad_app.platform.settings import (
    CREDENTIALS,
    PREFIX,
    ROOT,
    Settings,
    WrongSetting,
    read_settings,
    settings,
)
from tests.settings import overridden
from tests.setup.program import command, running

WRONG = {
    "port": ["0", "65536", "acht", ""],
    "data": ["/dev/null/plekberaad"],
    "database_url": ["mysql://localhost/x", "plekberaad"],
    "redis_url": ["localhost", "http://localhost"],
    "public_url": ["plekberaad", "ftp://plekberaad.example"],
    "trusted_proxy_hops": ["-1", "6"],
    "secret": ["x" * 31],
    "secret_before": ["x" * 31],
    "metrics_token": ["x" * 15],
    "require_second_factor": ["misschien"],
    "time_scale": ["0", "1.1", "snel"],
    "closed_tab_seconds": ["-1", "lang"],
    "log_level": ["luid"],
    "log_format": ["xml"],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLEKBERAAD_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("field", "value"), [(f, v) for f in WRONG for v in WRONG[f]])
def test_a_wrong_value_is_refused_by_the_name_of_its_setting(
    field: str, value: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(PREFIX + field.upper(), value)
    with pytest.raises(WrongSetting) as refused:
        read_settings()
    assert str(refused.value) == PREFIX + field.upper()


def test_every_setting_has_a_wrong_example_a_description_and_a_sentence():
    assert set(WRONG) == set(Settings.model_fields)
    for field, about in Settings.model_fields.items():
        assert about.description
        assert f"cli.setting.{field}" in keys("nl") & keys("en")


def test_a_name_that_is_no_setting_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PLEKBERAAD_PROT", "8080")
    with pytest.raises(WrongSetting) as refused:
        read_settings()
    assert not refused.value.known


def test_without_settings_all_data_is_one_folder(folder: Path):
    assert read_settings().database == f"sqlite:///{folder.as_posix()}/plekberaad.db"


def test_postgresql_is_spoken_through_psycopg():
    with overridden(database_url="postgresql://a:geheim@db.example/x") as used:
        assert used.database == "postgresql+psycopg://a:geheim@db.example/x"


def test_the_secret_is_made_once_and_only_its_owner_reads_it(folder: Path):
    first, second = read_settings().key, read_settings().key
    assert first == second
    assert len(bytes.fromhex(first.decode())) == 32
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600


def test_programs_that_start_at_once_find_one_secret(folder: Path):
    together = Barrier(4)

    def start(used: Settings) -> bytes:
        together.wait()
        return used.key

    for _ in range(20):
        (folder / "secret").unlink(missing_ok=True)
        with ThreadPoolExecutor() as programs:
            found = set(programs.map(start, [read_settings()] * 4))
        assert [len(secret) for secret in found] == [64]


def test_several_processes_need_a_secret_that_they_share(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PLEKBERAAD_REDIS_URL", "redis://localhost/0")
    with pytest.raises(WrongSetting) as refused:
        read_settings()
    assert str(refused.value) == "PLEKBERAAD_SECRET"
    monkeypatch.setenv("PLEKBERAAD_SECRET", "s" * 32)
    assert read_settings().redis_url


def test_a_secret_that_is_set_is_used_and_not_shown(folder: Path):
    with overridden(secret="s" * 32) as used:
        assert used.key == b"s" * 32
        assert "sss" not in repr(used)
    assert not (folder / "secret").exists()


def test_secrets_may_be_files_that_only_this_process_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    given = {"plekberaad_secret": "s" * 32, "plekberaad_metrics_token": "m" * 16}
    for name, value in {**given, "of_somebody_else": "x"}.items():
        (tmp_path / name).write_text(f"{value}\n")
    monkeypatch.setenv(CREDENTIALS, str(tmp_path))
    used = read_settings()
    assert used.key == b"s" * 32
    assert used.metrics_token
    assert used.metrics_token.get_secret_value() == "m" * 16
    monkeypatch.setenv("PLEKBERAAD_SECRET", "e" * 32)
    assert read_settings().key == b"e" * 32


def test_a_wrong_secret_in_a_file_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "plekberaad_secret").write_text("short")
    monkeypatch.setenv(CREDENTIALS, str(tmp_path))
    with pytest.raises(WrongSetting) as refused:
        read_settings()
    assert str(refused.value) == "PLEKBERAAD_SECRET"
    assert refused.value.__cause__ is None


def test_a_folder_of_secrets_that_is_not_there_holds_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(CREDENTIALS, str(tmp_path / "none"))
    assert read_settings().secret is None


def test_an_override_ends_with_its_block():
    with overridden(port=8149):
        assert settings().port == 8149
    assert settings().port != 8149


def test_a_wrong_setting_stops_the_start_with_one_line(folder: Path):
    ended = command("run", data=str(folder), port="acht")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "PLEKBERAAD_PORT" in ended.stderr


def test_a_database_that_does_not_answer_stops_the_start_without_its_password(folder: Path):
    ended = command("migrate", data=str(folder), database_url="postgresql://a:geheim@127.0.0.1:1/x")
    assert ended.returncode == 2
    assert "PLEKBERAAD_DATABASE_URL" in ended.stderr
    assert "geheim" not in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.served
def test_a_redis_that_does_not_answer_is_told_and_the_start_goes_on(folder: Path, built: None):
    with running(folder, redis_url="redis://127.0.0.1:1", secret="s" * 32) as program:
        assert text("cli.redis.away") in program.log.read_text()


def test_the_readme_names_every_setting_and_no_other():
    named = re.findall(rf"\b{PREFIX}[A-Z_]+\b", (ROOT / "README.md").read_text("utf-8"))
    assert {name.removeprefix(PREFIX).lower() for name in named} == set(Settings.model_fields)
