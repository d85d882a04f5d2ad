"""`python -m bench`: Plekberaad beside the limit and NiceGUI, in turns, under the same load."""

import argparse
import resource
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import picture, report
from bench.cases import CASES, case_named, quick
from bench.runs import SERVERS, Results, run_all

RESULTS = Path(__file__).parent / "results"
# A socket each, and files, databases and HTTP connections to spare.
FILES_A_CLIENT = 2


def main() -> int:
    """Measure what is missing, then write the report of all that is there."""
    asked = _arguments()
    cases = [quick(case) if asked.quick else case for case in map(case_named, asked.cases)]
    _allow_files(max(case.clients for case in cases))
    results = Results(asked.results)
    failed = run_all(cases, asked.repetitions, results, asked.servers)
    print(report.write(results, failed).read_text("utf-8"))
    picture.draw(results)
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--cases",
        type=_names([case.name for case in CASES]),
        default=[case.name for case in CASES],
        metavar="A,B",
        help=f"of {', '.join(case.name for case in CASES)}",
    )
    parser.add_argument(
        "--servers",
        type=_names([*SERVERS]),
        default=[*SERVERS],
        metavar="A,B",
        help=f"of {', '.join(SERVERS)}",
    )
    parser.add_argument("--repetitions", type=int, default=3, help="of each case on each server")
    parser.add_argument("--quick", action="store_true", help="small rooms: to try, not to measure")
    today = RESULTS / f"{datetime.now(UTC):%Y-%m-%d}"
    parser.add_argument(
        "--results",
        type=Path,
        help="the folder of an earlier bench to go on with; runs that are there stay as they are",
    )
    asked = parser.parse_args()
    asked.results = asked.results or (RESULTS / "quick" if asked.quick else today)
    return asked


def _names(known: Sequence[str]) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        names = text.split(",")
        if unknown := set(names) - set(known):
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
        return names

    return read


def _allow_files(clients: int) -> None:
    """Let this process, and the servers it starts, have a socket per client."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most < clients * FILES_A_CLIENT:
        sys.exit(f"{clients} sockets need `ulimit -n {clients * FILES_A_CLIENT}`; here is {most}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    sys.exit(main())
