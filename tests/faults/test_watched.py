"""The watch on the event loop sees what waits there, and how long it is busy."""

import json
import subprocess
import sys
from pathlib import Path

from plekberaad_app.platform.settings import ROOT
from tests.faults.watched import Standstill

# In a process of its own: what is watched there stays watched.
PROGRAM = """
import asyncio, json, sqlite3, sys, time
from dataclasses import asdict
from pathlib import Path
from plekberaad_app.features.accounts import passwords
from plekberaad_app.platform.database.engine import Database
from tests.faults import watched
from tests.faults.watched import TICK_SECONDS, Watch

def query(url):
    with Database(url).reading() as db:
        db.connection()

def spin(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass

async def main(folder):
    watched.START_SECONDS = 0
    watch = Watch(Path(folder))
    watching = asyncio.create_task(watch.keep())
    url = f"sqlite:///{folder}/some.db"
    await asyncio.sleep(2 * TICK_SECONDS)
    waits = (
        lambda: query(url), lambda: time.sleep(0.001), lambda: passwords.hashed("een lange zin")
    )
    for wait in waits:
        await asyncio.to_thread(wait)
    before = list(watch.worst.waits)
    for wait in waits:
        wait()
    spin(0.2)
    await asyncio.sleep(2 * TICK_SECONDS)
    watching.cancel()
    print(json.dumps([before, asdict(watch.worst)]))

asyncio.run(main(sys.argv[1]))
"""


def test_a_wait_is_seen_on_the_event_loop_and_only_there(tmp_path: Path):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    before, worst = json.loads(ended.stdout)
    found = Standstill(**worst)
    assert before == []
    seen = {wait.split(" at ")[0] for wait in found.waits}
    assert {"sqlite3.connect", "database: checkout", "time.sleep", "PasswordHasher.hash"} <= seen
    assert found.busy >= 0.2
    assert found.late >= 0.2
