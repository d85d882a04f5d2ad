"""Copies of a PostgreSQL database, made by its own tools."""

import os
import re
from pathlib import Path

from sqlalchemy import URL, create_engine, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from plekberaad_app.ops.backups import tools
from plekberaad_app.ops.backups.refusal import BackupRefused

_ROWS = re.compile(r"^COPY [^\n]*alembic_version[^\n]*\n(.*?)^\\\.$", re.MULTILINE | re.DOTALL)
PLAIN = ("--no-owner", "--no-privileges")


def dump(url: str, target: Path) -> None:
    """Everything as it stands at one moment, in a compressed file; raises BackupRefused."""
    part = target.with_name(f"{target.name}.part")
    _touch(part)
    try:
        _run(
            "pg_dump", "--format=custom", *PLAIN, f"--file={part}", f"--dbname={_bare(url)}", of=url
        )
        _write_out(part, os.devnull)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def revisions(source: Path) -> set[str]:
    """The revision of the database in a file; raises BackupRefused if it is damaged or not ours."""
    _write_out(source, os.devnull)
    found = _ROWS.search(_write_out(source, "-", "--data-only", "--table=alembic_version"))
    if found is None:
        raise BackupRefused("not_ours", file=str(source))
    return set(found[1].split())


def put_back(url: str, source: Path, aside: Path) -> Path | None:
    """Restore a backup in one transaction, after copying what was there."""
    tables = _tables(url)
    if tables:
        dump(url, aside)
    script = aside.with_suffix(".sql")
    try:
        _touch(script)
        _write_out(source, str(script))
        _run(*_replacing(url, tables, script), of=url)
    finally:
        script.unlink(missing_ok=True)
    return aside if tables else None


def _replacing(url: str, tables: list[str], script: Path) -> list[str]:
    drop = [f"--command=DROP TABLE {', '.join(tables)} CASCADE"] if tables else []
    calm = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    return ["psql", *calm, *drop, f"--file={script}", f"--dbname={_bare(url)}"]


def _write_out(source: Path, target: str, *which: str) -> str:
    """A backup as SQL; a file that was cut off or changed does not get through this."""
    try:
        return _run("pg_restore", *PLAIN, *which, f"--file={target}", str(source))
    except BackupRefused as refusal:
        if refusal.code == "failed":
            raise BackupRefused("damaged", file=str(source)) from None
        raise


def _touch(file: Path) -> None:
    """An empty file; it will contain people's names, so only its owner may read it."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _tables(url: str) -> list[str]:
    engine = create_engine(url, poolclass=NullPool)
    names = inspect(engine).get_table_names()
    return [engine.dialect.identifier_preparer.quote(name) for name in names]


def _run(tool: str, *words: str, of: str = "") -> str:
    """What a tool prints; the password of the database is passed where nobody can see it."""
    password = make_url(of).password if of else None
    return tools.run(tool, *words, environment={"PGPASSWORD": str(password)} if password else None)


def _bare(url: str) -> str:
    """The address as the tools take it, without the password."""
    known = make_url(url)
    bare = URL.create(
        "postgresql",
        username=known.username,
        host=known.host,
        port=known.port,
        database=known.database,
        query=known.query,
    )
    return bare.render_as_string(hide_password=False)
