"""Makes the frontend for phones of 2019, and tells whatever is older that it cannot show this."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Unpack

from reflex_base import constants
from reflex_base.plugins import Plugin
from reflex_base.plugins.base import CommonContext, PostBuildContext, PreCompileContext

from plekberaad_app.ops.build.first_load import VITE_CONFIG, replaced
from plekberaad_app.platform.frontend import TOO_OLD
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import LANGUAGES, Language

# The oldest that the pages are made for. assets/browser/early.js tells them from older ones, and
# assets/browser/older.js brings what they lack.
OLDEST = {"chrome": "73", "safari": "13", "firefox": "67"}

# From the folder in which Reflex lists the styles of every page.
EVERYWHERE = "../public/styles/everywhere.css"
_PLUGINS = "plugins: {\n"
_OUR_PLUGIN = "../plekberaad_app/ops/build/older_styles.mjs"
_BUILD = "  build: {\n"


class OlderBrowsers(Plugin):
    """Code and styles as the oldest browsers understand them, and a page for older ones."""

    def get_stylesheet_paths(self, **_context: Unpack[CommonContext]) -> Sequence[str]:
        """What every page loads, by its layers: Reflex itself would copy this file alone."""
        return [EVERYWHERE]

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Change the settings of the bundler, and of what writes styles."""
        context["add_modify_task"](VITE_CONFIG, for_the_oldest)
        context["add_modify_task"](constants.Dirs.POSTCSS_JS, with_older_styles)

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Write the page that needs nothing of a browser."""
        (Path(context["static_dir"]) / TOO_OLD.strip("/")).write_text(too_old_page(), "utf-8")


def for_the_oldest(configuration: str) -> str:
    """Have code and styles written for the oldest browsers; raises NotAsExpected."""
    targets = json.dumps([name + version for name, version in OLDEST.items()])
    return replaced(configuration, _BUILD, f"{_BUILD}    target: {targets},\n")


def with_older_styles(configuration: str) -> str:
    """Have layers, and gaps in a row, written out for browsers without; raises NotAsExpected."""
    return replaced(configuration, _PLUGINS, f'{_PLUGINS}    "{_OUR_PLUGIN}": {{}},\n')


def too_old_page() -> str:
    """What a browser shows that is too old, or runs no scripts: plain words in every language."""
    sections = "".join(_section(language) for language in LANGUAGES)
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(text('title.too_old'))}</title>"
        f'<link rel="stylesheet" href="/styles/older.css"></head>'
        f"<body>{sections}</body></html>"
    )


def _section(language: Language) -> str:
    title, *sentences = (
        escape(text(f"browser.too_old.{part}", language))
        for part in ("title", "why", "host", "update")
    )
    said = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    opened = f'<section lang="{language}" dir="{LANGUAGES[language].direction}">'
    return f"{opened}<h1>{title}</h1>{said}</section>"
