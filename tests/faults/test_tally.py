"""What `make test-faults` writes down."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.tally import Goal, Tally


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (10, "served 10 of 10 s: reached"),
        (10.01, "served 10 of 10 s: **missed**"),
        (1.234, "served 1.23 of 10 s: reached"),
    ],
)
def test_a_goal_is_reached_up_to_its_limit_and_missed_beyond(figure, said):
    assert str(Goal("served", figure, 10)) == said


def test_rows_of_an_earlier_run_stay_unless_the_fault_came_again(tmp_path):
    for tries, faults in ((1, ("1 a", "2 b")), (2, ("2 b", "3 c"))):
        tally = Tally()
        for fault in faults:
            tally.note(fault, tries=tries, lost=0)
        path = tally.write(tmp_path)
    rows = [line.split(" | ")[:2] for line in path.read_text().splitlines() if "| 0 |" in line]
    assert rows == [["| 1 a", "1"], ["| 2 b", "2"], ["| 3 c", "2"]]


def test_what_was_not_done_is_told(tmp_path):
    tally = Tally()
    tally.trouble("tests/faults/test_clocks.py::test_x", "skipped: no libfaketime")
    text = tally.write(tmp_path).read_text()
    assert "- skipped: no libfaketime: `tests/faults/test_clocks.py::test_x`" in text


def test_processes_that_write_at_the_same_moment_lose_no_row(tmp_path):
    def write(name: int) -> None:
        for number in range(20):
            tally = Tally()
            tally.note(f"{name} {number}", tries=1, lost=0)
            tally.write(tmp_path)

    with ThreadPoolExecutor() as processes:
        list(processes.map(write, range(4)))
    (path,) = tmp_path.iterdir()
    assert sum(" | 0 | " in line for line in path.read_text().splitlines()) == 4 * 20
