"""Whether a request comes from this very machine, and not through a proxy on it."""

from ipaddress import ip_address

from starlette.requests import Request

FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")


def is_from_here(request: Request) -> bool:
    """Whether both ends are this machine.

    A proxy passes on the host name that people typed, or says for whom it asks; a page of another
    site, opened in a browser on this machine, has a host name of its own.
    """
    host = request.client.host if request.client else ""
    is_direct = not any(name in request.headers for name in FORWARDED)
    return is_direct and _is_loopback(host) and _is_loopback(request.url.hostname or "")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback
