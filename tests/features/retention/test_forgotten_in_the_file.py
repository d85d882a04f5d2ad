"""What was forgotten is in no byte of the database's files, nor of its journal."""

import os
from datetime import timedelta

import pytest

from plekberaad_app.core.retention import KEEP_LOGS, KEEP_NAMES
from plekberaad_app.features.retention import tidying
from plekberaad_app.platform.database.engine import Database, reading
from plekberaad_app.room import erasure
from tests.rooms import Room, open_room
from tests.stores import SqliteFile

NAME, TEXT = "Xylofoontje", "kwartelvijver"
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def room(sqlite_store: Database, own_settings, quick_hashes) -> Room:
    opened = open_room()
    opened.fill(10)
    opened.check_in(NAME, "resident", "never")
    opened.seat(2)
    opened.bring_challenges()
    opened.go_to("carousel", "ideas")
    return opened


def on_disk(stored: SqliteFile) -> bytes:
    """All bytes of the database: the file, the write-ahead log and its index."""
    files = sorted(stored.path.parent.glob(f"{stored.path.name}*"))
    assert len(files) > 1
    return b"".join(file.read_bytes() for file in files)


def test_names_kind_and_habit_leave_the_file_when_they_have_to(room, sqlite_file):
    # A row's texts stand one after another.
    row = f"{NAME}residentnever".encode()
    assert row in on_disk(sqlite_file)
    room.steer("close")
    tidying.tidy(room.now)
    assert row not in on_disk(sqlite_file)
    assert NAME.encode() in on_disk(sqlite_file)
    tidying.tidy(room.now + KEEP_NAMES)
    assert NAME.encode() in on_disk(sqlite_file)
    tidying.tidy(room.now + KEEP_NAMES + MOMENT)
    assert NAME.encode() not in on_disk(sqlite_file)


def test_anyone_who_takes_everything_along_leaves_no_letter(room, sqlite_file):
    author = room.visitors[10]
    for index in range(20):
        room.act(author, "add_idea", id=f"idee-{index:04}", text=f"{TEXT} {index} " + "x" * 200)
    assert TEXT.encode() in on_disk(sqlite_file)
    erasure.erase_self(author, room.now, take_along=True)
    for word in (NAME, TEXT):
        assert word.encode() not in on_disk(sqlite_file)


def test_while_somebody_reads_an_older_moment_it_goes_at_the_next_tidying(room, sqlite_file):
    with reading() as db:
        db.connection().exec_driver_sql("SELECT count(*) FROM participants").fetchone()
        erasure.erase_self(room.visitors[10], room.now)
        assert NAME.encode() in on_disk(sqlite_file)
    tidying.tidy(room.now)
    assert NAME.encode() not in on_disk(sqlite_file)


def test_a_deleted_row_is_overwritten_also_where_a_whole_page_comes_free(room, sqlite_file):
    for person in list(room.look().people):
        erasure.erase(room.facilitator, room.live_session_id, person.number, room.now)
    assert b"Mens 1" not in on_disk(sqlite_file)


def test_logs_and_what_a_restore_put_aside_go_after_two_weeks(room, tmp_path):
    old, new, other = (
        tmp_path / name for name in ("before-restore-1.db", "build.log", "geheim.txt")
    )
    for file in (old, new, other):
        file.write_text(NAME)
    age = (room.now - KEEP_LOGS).timestamp()
    for file, seconds in ((old, age - 1), (new, age), (other, age - 1)):
        os.utime(file, (seconds, seconds))
    assert tidying.drop_old_files(tmp_path, room.now) == 1
    assert not old.exists()
    assert new.exists()
    assert other.exists()
