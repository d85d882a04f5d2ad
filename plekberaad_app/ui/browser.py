"""What all our own browser components share: a local file, and its styles."""

from typing import cast

import reflex as rx


def browser_file(name: str) -> str:
    """Where the built page imports a file of `assets/browser` from."""
    return f"$/public/browser/{name}"


class Styles(rx.Fragment):
    """Brings the stylesheets of one kind of screen, so that no other screen loads them."""

    _names: tuple[str, ...] = ()

    @classmethod
    def create(cls, *names: str) -> "Styles":
        """Name files of `assets/styles`, without `.css`."""
        component = cast("Styles", super().create())
        component._names = names
        return component

    def add_imports(self) -> dict[str, list[rx.ImportVar]]:
        """Import the files only for their effect."""
        return {"": [rx.ImportVar(tag=f"$/public/styles/{name}.css") for name in self._names]}
