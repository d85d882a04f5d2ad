"""`python -m bench`: Plekberaad next to the limit server, in turns, under the same load."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path

from bench import report
from bench.limit_run import run_limit
from bench.plekberaad_run import run_plekberaad
from bench.rounds import PEOPLE, Plan, Result

Run = Callable[[Plan, Path], Coroutine[None, None, Result]]


def main() -> None:
    """Run, print and keep the report."""
    asked = _arguments()
    plan = Plan(asked.people, asked.rounds)
    limit, ours = [], []
    for number in range(1, asked.repetitions + 1):
        print(f"repetition {number} of {asked.repetitions}", file=sys.stderr)
        limit.append(_run(run_limit, plan))
        ours.append(_run(run_plekberaad, plan))
    text = report.page(plan, limit, ours)
    print(text)
    if not asked.dry:
        print(f"kept in {report.write(text)}", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--repetitions", type=int, default=3, help="of each server, in turns")
    parser.add_argument("--rounds", type=int, default=3, choices=(1, 2, 3), help="of 20 s at 3/s")
    parser.add_argument("--people", type=int, default=PEOPLE, help="phones in the room")
    parser.add_argument("--dry", action="store_true", help="print only, keep nothing")
    return parser.parse_args()


def _run(run: Run, plan: Plan) -> Result:
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner(loop_factory=_loop()) as runner:
        return runner.run(run(plan, Path(folder)))


def _loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415  (it does not exist on Windows)

    return uvloop.new_event_loop


if __name__ == "__main__":
    main()
