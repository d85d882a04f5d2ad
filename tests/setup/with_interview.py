"""The program with one activity more, in which people talk in pairs; see tests/setup/program.py."""

from pathlib import Path
from tempfile import TemporaryDirectory

from plekberaad_app.__main__ import main
from tests.activities.interview import with_interview

if __name__ == "__main__":
    with TemporaryDirectory() as place, with_interview(Path(place)):
        main()
