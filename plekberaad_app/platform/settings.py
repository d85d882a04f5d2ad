"""Every setting, with its meaning and its default: the one place where they are described.

Each is an environment variable with the prefix PLEKBERAAD_, such as PLEKBERAAD_PORT=8080. A secret
that should not be in the environment may be in a file instead, `plekberaad_secret` and so on, in
the folder that CREDENTIALS_DIRECTORY names: systemd makes one, for this process alone.
"""

import os
import secrets
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import (
    Field,
    HttpUrl,
    RedisDsn,
    SecretStr,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "PLEKBERAAD_"
CREDENTIALS = "CREDENTIALS_DIRECTORY"
TEST_PREFIX = "PLEKBERAAD_TEST_"
ROOT = Path(__file__).resolve().parents[2]
SECRET_BYTES = 32


class WrongSetting(Exception):
    """A setting cannot be used; `field` is its name without prefix, `known` whether it exists."""

    def __init__(self, field: str, *, known: bool = True) -> None:
        self.field = field
        self.known = known
        super().__init__(PREFIX + field.upper())


class Settings(BaseSettings):
    """The settings of one program; raises ValidationError when one is wrong."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    port: int = Field(8000, ge=1, le=65535, description="The port everything is served on.")
    data: Path = Field(
        Path("data"),
        description="The folder of all data; a relative one starts at the project's folder.",
    )
    database_url: str = Field(
        "",
        description="sqlite:///… or postgresql://…; empty: the file plekberaad.db in the data.",
    )
    redis_url: str | None = Field(
        None,
        description="redis://…, needed only when several processes share one PostgreSQL.",
    )
    public_url: HttpUrl | None = Field(
        None,
        description="The address people type, such as https://plekberaad.example; "
        "empty: this machine's address on the local network.",
    )
    trusted_proxy_hops: int = Field(
        0,
        ge=0,
        le=5,
        description="How many reverse proxies of yours stand in front; usually 0 or 1.",
    )
    secret: SecretStr | None = Field(
        None,
        min_length=SECRET_BYTES,
        validate_default=True,
        description="Signs cookies and links, at least 32 characters, the same in every process "
        "and needed as soon as there are several; empty: made once and kept in the file `secret` "
        "in the data.",
    )
    secret_before: SecretStr | None = Field(
        None,
        min_length=SECRET_BYTES,
        description="The secret until now, for two days after another one was set: phones that "
        "came in under it stay in.",
    )
    require_second_factor: bool = Field(
        False,
        description="Who logs in with a password sets up a code from an app first, and shows one "
        "from then on; who took over with a PIN does not.",
    )
    metrics_token: SecretStr | None = Field(
        None,
        min_length=16,
        description="Who sends `Authorization: Bearer` with this may read /metrics, at least 16 "
        "characters; empty: only this machine itself may.",
    )
    time_scale: float = Field(
        1.0,
        gt=0,
        le=1,
        description="Multiplies the length of every phase: 0.1 turns two minutes into 12 seconds.",
    )
    closed_tab_seconds: float = Field(
        120.0,
        ge=0,
        description="How long a closed tab is kept in memory in case it comes back; one that comes "
        "later gets everything again.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least serious messages that are still logged."
    )
    log_format: Literal["console", "json"] = Field(
        "console", description="console for people, json (one object a line) for a log collector."
    )

    @field_validator("data")
    @classmethod
    def _usable_folder(cls, folder: Path) -> Path:
        folder = ROOT / folder.expanduser()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ValueError("not a folder") from error
        if not os.access(folder, os.W_OK):
            raise ValueError("not writable")
        return folder

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url:
            return url
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise ValueError("not a URL") from error
        if parsed.drivername in ("postgres", "postgresql"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
            raise ValueError("unknown database")
        return parsed.render_as_string(hide_password=False)

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, url: str | None) -> str | None:
        return url and str(TypeAdapter(RedisDsn).validate_python(url))

    @field_validator("secret")
    @classmethod
    def _shared_secret(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("redis_url"):
            raise ValueError("several processes, each with a secret of its own")
        return secret

    @property
    def database(self) -> str:
        """The database's URL, for SQLAlchemy."""
        return self.database_url or f"sqlite:///{(self.data / 'plekberaad.db').as_posix()}"

    @property
    def key(self) -> bytes:
        """The secret that signs, at least 256 bits; generated once if none is set."""
        if self.secret is not None:
            return self.secret.get_secret_value().encode()
        return _kept_secret(self.data / "secret")

    @property
    def keys(self) -> list[bytes]:
        """The secrets whose signatures are still accepted, the present one first."""
        before = self.secret_before
        return [self.key, *([before.get_secret_value().encode()] if before else [])]


@cache
def _kept_secret(path: Path) -> bytes:
    """The secret in this file; the first start creates it, readable by its owner alone."""
    if not path.exists():
        # Whoever finds the file finds it complete.
        made = path.with_name(f"secret.{secrets.token_hex(4)}")
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(SECRET_BYTES))
        _put_in_place(made, path)
    return path.read_bytes()


def _put_in_place(made: Path, path: Path) -> None:
    """The first process wins, if the file system can tell which that is (a USB stick cannot)."""
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    except OSError:
        made.replace(path)
    made.unlink(missing_ok=True)


_current: Settings | None = None


def settings() -> Settings:
    """The settings of this program, read once; raises WrongSetting."""
    global _current
    if _current is None:
        _current = read_settings()
    return _current


def read_settings() -> Settings:
    """Read the settings from the environment and the credentials; raises WrongSetting."""
    for name in os.environ:
        field = name.removeprefix(PREFIX).lower()
        if name.startswith(PREFIX) and not name.startswith(TEST_PREFIX):
            _must_exist(field)
    try:
        return Settings(_secrets_dir=_credentials())  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        raise WrongSetting(str(error.errors()[0]["loc"][0])) from None


def _credentials() -> str | None:
    folder = os.environ.get(CREDENTIALS)
    return folder if folder and Path(folder).is_dir() else None


def _must_exist(field: str) -> None:
    if field not in Settings.model_fields:
        raise WrongSetting(field, known=False)
