"""Addresses that several parts of the program know, and how a page with a code is built."""

FIND_SCREEN = "/scherm"
PROJECTOR = "/scherm/[code]"
NETWORK = "/netwerk"
LOGIN = "/inloggen"
CODE = "/inloggen/code"
HEAR_MORE = "/meer-horen/[code]"
REHEARSAL = "/oefenen/[code]"
OWN_LOGIN = "/mijn-login"

# Takes the place of the code in the one page that is built for all of them.
ANY_CODE = "_"


def built_for(route: str) -> str:
    """The address under which the page of a route with a code is built."""
    return f"{folder_of(route)}/{ANY_CODE}"


def folder_of(route: str) -> str:
    """A route up to its code."""
    return route.rpartition("/")[0]
