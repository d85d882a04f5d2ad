"""How Reflex builds and runs Plekberaad."""

import reflex as rx
from reflex_base.constants import StateManagerMode
from reflex_base.plugins import SitemapPlugin

from plekberaad_app.ops.build.browser_texts import BrowserTexts
from plekberaad_app.ops.build.catalogues import Catalogues
from plekberaad_app.ops.build.first_load import FirstLoad
from plekberaad_app.ops.build.older_browsers import OlderBrowsers
from plekberaad_app.ops.build.sprite import Sprite
from plekberaad_app.platform.settings import settings

config = rx.Config(
    app_name="plekberaad_app",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    # The state is a cache of one screen; the database is the truth.
    state_manager_mode=StateManagerMode.MEMORY,
    default_color_mode="light",
    # No other site may call us; ops/serving.py checks the origin of sockets.
    cors_allowed_origins=(),
    frontend_packages=["@fontsource-variable/atkinson-hyperlegible-next@5.3.0"],
    trusted_proxy_hops=settings().trusted_proxy_hops,
    # The first that a browser accepts; brotli only over https.
    frontend_compression_formats=["brotli", "gzip"],
    plugins=[BrowserTexts(), Catalogues(), FirstLoad(), OlderBrowsers(), Sprite()],
    disable_plugins=[SitemapPlugin],
)
