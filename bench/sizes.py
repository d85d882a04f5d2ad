"""`python -m bench.sizes`: how long functions and files are, and how much test there is to code."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.figures import percentile

ROOT = Path(__file__).parent.parent
PARTS = {
    "plekberaad_app": ("plekberaad_app",),
    "tests": ("tests",),
    "bench": ("bench",),
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> None:
    """Print the table and the ratio."""
    print("| part | files | lines | file median / p90 / max | function median / p90 / max |")
    print("|---|---|---|---|---|")
    totals = {}
    for name, folders in PARTS.items():
        files = list(_files(folders))
        lengths = [_lines(path.read_text("utf-8")) for path in files]
        totals[name] = sum(lengths)
        functions = [length for path in files for length in _functions(path)]
        counts = f"{len(files)} | {sum(lengths)}"
        print(f"| {name} | {counts} | {_spread(lengths)} | {_spread(functions)} |")
    print(f"\ntests to code: {totals['tests'] / totals['plekberaad_app']:.2f}")


def _files(folders: Iterable[str]) -> Iterator[Path]:
    """Python files with something in them."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path.read_text("utf-8").strip():
                yield path


def _lines(text: str) -> int:
    """Lines that are not empty."""
    return sum(bool(line.strip()) for line in text.splitlines())


def _functions(path: Path) -> Iterator[int]:
    """The length of every function, nested ones too: its lines without decorators and docstring."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            whole = lines[node.lineno - 1 : node.end_lineno]
            yield _lines("\n".join(whole)) - _docstring_lines(node, lines)


def _docstring_lines(node: Function, lines: Sequence[str]) -> int:
    if ast.get_docstring(node) is None:
        return 0
    told = node.body[0]
    return _lines("\n".join(lines[told.lineno - 1 : told.end_lineno]))


def _spread(lengths: Sequence[int]) -> str:
    return " / ".join(
        f"{value:.0f}"
        for value in (percentile(lengths, 0.5), percentile(lengths, 0.9), max(lengths))
    )


if __name__ == "__main__":
    main()
