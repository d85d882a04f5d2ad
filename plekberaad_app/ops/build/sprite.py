"""Writes the sprite with the icons of all folders, in place of the shared ones alone."""

from pathlib import Path
from typing import Unpack

from reflex_base.plugins import Plugin
from reflex_base.plugins.base import PostBuildContext

from plekberaad_app.ui.icons import sprite


class Sprite(Plugin):
    """Writes it after every build, before the files are compressed."""

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Put it where the pages look for it."""
        (Path(context["static_dir"]) / "icons.svg").write_text(sprite(), "utf-8")
