"""Makes Reflex's build quick to load: a page for every address, less code, the socket's code first.

What each of these brought stands in docs/decisions/0004-speed.md.
"""

import json
import re
from pathlib import Path
from typing import Unpack

from reflex_base import constants
from reflex_base.plugins import Plugin
from reflex_base.plugins.base import PostBuildContext, PreCompileContext

from plekberaad_app.features.discovery import addresses_with_a_code
from plekberaad_app.platform.routes import built_for

VITE_CONFIG = "vite.config.js"
ROOT_OF_PAGES = "app/root.jsx"

PAGES_WITHOUT_A_CODE = '"prerender": true'
ALIASES = "    alias: [\n"
# Each file of ours, and the modules in whose place it stands.
STAND_INS = {
    "jsx.js": [r"^@emotion\/react$"],
    "jsx_runtime.js": [r"^react\/jsx-runtime$"],
    "transports.js": [r"^\.\/transports\/index\.js$"],
    "unused.js": [
        r"^universal-cookie$",
        r"^mergician$",
        r"^\$\/utils\/helpers\/upload$",
        r"^\$\/utils\/react-theme$",
        r"^\.\/transports\/polling-xhr(\.node)?\.js$",
        r"^\.\/(is-)?binary\.js$",
        r"^\.\/contrib\/base64-arraybuffer\.js$",
        r"^\.\/instrumentation\.js$",
        r"^\.\/(lib\/dom\/ssr\/)?fog-of-war\.js$",
        r"^\.\/lib\/dom\/ssr\/single-fetch\.js$",
    ],
}
GROUPS = "          groups: [\n"
# Every file costs its headers: what most pages share is one, what phones share with some another.
OF_MOST_PAGES = (
    "announcer|brief|isolated|jsx|jsx_runtime|keeping|language|languages|own_text|transports"
    "|unused|words"
)
OF_PHONES = (
    "countdown|gong|idea_outbox|kept_field|late_panels|outbox|preload-helper|read_aloud"
    "|refusal|room_left|writers"
)
OUR_GROUPS = f"""\
            {{
              name: "most_pages",
              test: /node_modules|[\\\\/]utils[\\\\/]|\\.json$|[\\\\/]({OF_MOST_PAGES})\\.jsx?$/,
              tags: ["$initial"],
              minShareCount: 10,
              priority: 2,
            }},
            {{ name: "phones", test: /[\\\\/]({OF_PHONES})\\.jsx?$/, priority: 1 }},
"""
PLUGINS = "  plugins: [\n"
OUR_PLUGIN = 'import shorterCode from "../plekberaad_app/ops/build/shorter_code.mjs";\n'
# What Reflex keeps at hand for code that a server sends, of which ours sends none.
FOR_SENT_CODE = re.compile(
    r"useEffect\(\(\) => \{[^{}]*window\.__reflex = \{[^{}]*\};\s*\}, \[\]\);"
)
MODULE_LINK = re.compile(r'<link rel="modulepreload" href="/assets/[^"]+"/>')
ENTRY = "/assets/entry.client"


class NotAsExpected(RuntimeError):
    """Reflex's build no longer looks as it did: look at it again before building."""


class FirstLoad(Plugin):
    """Changes what Reflex hands to its bundler, and the pages that come out."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Change the settings of router and bundler."""
        context["add_modify_task"](constants.ReactRouter.CONFIG_FILE, with_every_screen)
        context["add_modify_task"](VITE_CONFIG, with_less_code)
        context["add_modify_task"](ROOT_OF_PAGES, without_what_is_never_used)

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Change the pages, before they are compressed."""
        for page in Path(context["static_dir"]).rglob("*.html"):
            page.write_text(with_the_entry_last(page.read_text("utf-8")), "utf-8")


def with_every_screen(configuration: str) -> str:
    """Have a page built for each address with a code in it too; raises NotAsExpected.

    Without its own page a browser learns which code a screen needs only when the router has run.
    """
    ours = json.dumps([built_for(route) for route in addresses_with_a_code()])
    pages = f'"prerender": ({{ getStaticPaths }}) => [...getStaticPaths(), ...{ours}]'
    return replaced(configuration, PAGES_WITHOUT_A_CODE, pages)


def with_less_code(configuration: str) -> str:
    """Put small files of ours in the place of what no screen of ours uses; raises NotAsExpected.

    What the pages ask over and over they ask by a short name: shorter_code.mjs.
    """
    aliased = replaced(configuration, ALIASES, ALIASES + _aliases())
    grouped = replaced(aliased, GROUPS, GROUPS + OUR_GROUPS)
    return OUR_PLUGIN + replaced(grouped, PLUGINS, f"{PLUGINS}    shorterCode(),\n")


def _aliases() -> str:
    return "".join(
        f"""\
      {{
        find: /{module}/,
        replacement: fileURLToPath(new URL("./public/browser/{file}", import.meta.url)),
      }},
"""
        for file, modules in STAND_INS.items()
        for module in modules
    )


def without_what_is_never_used(root: str) -> str:
    """Let the bundler leave out what no page of ours calls; raises NotAsExpected."""
    root, found = FOR_SENT_CODE.subn("", root)
    if found != 1:
        raise NotAsExpected(FOR_SENT_CODE.pattern)
    return root


def with_the_entry_last(page: str) -> str:
    """Have React itself fetched last; raises NotAsExpected.

    The rest can start meanwhile, and opens the socket.
    """
    links = MODULE_LINK.findall(page)
    entries = [link for link in links if ENTRY in link]
    if len(entries) != 1:
        raise NotAsExpected("one entry among the modules of a page")
    last = links[-1] if links[-1] not in entries else links[-2]
    return page.replace(entries[0], "").replace(last, last + entries[0])


def replaced(text: str, old: str, new: str) -> str:
    """The text with its one `old` replaced; raises NotAsExpected when it holds none or more."""
    if text.count(old) != 1:
        raise NotAsExpected(old)
    return text.replace(old, new)
