"""What browsers may do with a response: a page runs only our own code, a file runs none."""

from plekberaad_app.platform.frontend import script_sources, source_of
from plekberaad_app.platform.http.cookie_names import is_https
from plekberaad_app.platform.routes import PROJECTOR, folder_of
from plekberaad_app.platform.settings import settings

# No script runs except our own files and the inline scripts that were in the pages when they were
# built (a hash each); no eval, no handlers in attributes. Reflex and React write style attributes;
# the only style element allowed is the empty one that Plotly fills. Browsers that do not know
# `style-src-elem` fall back on `style-src`.
EMPTY = source_of("")
POLICY_OF_A_PAGE = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    f"style-src-elem 'self' {EMPTY}",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
# If somebody opens it by itself, there is something to look at or save, but it can do nothing.
POLICY_OF_A_FILE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
# The viewer of a browser does not start in a sandbox. It runs on its own, outside our pages, and
# draws the file in a page that it makes for it.
POLICY_OF_A_PDF = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

# No browser shows these as a page, and a phone fetches a dozen before it can start.
NEVER_A_PAGE = ("text/javascript", "text/css", "font/")
PAGE = "text/html"
PDF = "application/pdf"
# The projector's page, of which the tablet shows a small picture.
PICTURED = f"{folder_of(PROJECTOR)}/"

FOR_EVERYTHING = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}
FOR_WHAT_IS_SHOWN = {
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
# The program has a domain of its own (deploy/README.md): nothing below it belongs to anybody else.
STAY_WITH_HTTPS = "max-age=31536000; includeSubDomains"


def headers_for(media_type: str, path: str = "") -> dict[str, str]:
    """The security headers of a response of this type, for a request of this path.

    No page may be framed, except the projector's by the tablet's: nothing on it can be clicked.
    """
    in_ours = path.startswith(PICTURED)
    policy = _policy(media_type, in_ours=in_ours)
    headers = {**FOR_EVERYTHING, "content-security-policy": policy}
    if not media_type.startswith(NEVER_A_PAGE):
        headers |= FOR_WHAT_IS_SHOWN | {"x-frame-options": "SAMEORIGIN" if in_ours else "DENY"}
    if is_https():
        headers["strict-transport-security"] = STAY_WITH_HTTPS
    return headers


def _policy(media_type: str, *, in_ours: bool) -> str:
    if media_type.startswith(PAGE):
        return page_policy(in_ours=in_ours)
    return POLICY_OF_A_PDF if media_type.startswith(PDF) else POLICY_OF_A_FILE


def page_policy(*, in_ours: bool = False) -> str:
    """The content policy of one of our pages; `in_ours`: another of our pages may frame it."""
    frames = "frame-ancestors 'self'" if in_ours else "frame-ancestors 'none'"
    scripts = " ".join(("script-src 'self'", *script_sources()))
    return "; ".join((*POLICY_OF_A_PAGE, frames, f"connect-src 'self' {_sockets()}", scripts))


def _sockets() -> str:
    """For Safari up to 15, which does not take 'self' to include sockets."""
    public_url = settings().public_url
    return str(public_url).replace("http", "ws", 1).rstrip("/") if public_url else "ws: wss:"
