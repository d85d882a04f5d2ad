"""Why no backup was made or restored."""

from collections.abc import Callable

Tell = Callable[[int, int], None]


class BackupRefused(Exception):
    """Nothing was changed; the catalogue has a sentence for `code` under `cli.backup`."""

    def __init__(self, code: str, **values: str | int) -> None:
        self.code = code
        self.values = values
        super().__init__(code)
