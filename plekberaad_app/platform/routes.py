"""Every address of a page, in one place."""

START = "/"
PHONE = "/d/[code]"
LOOK_ALONG = "/meekijken/[code]"
FIND_SCREEN = "/scherm"
PROJECTOR = "/scherm/[code]"
TABLET = "/begeleid/[code]"
PREPARING = "/voorbereiden"
PROGRAMME = "/voorbereiden/[code]"
REPORT = "/verslag/[code]"
MY_DATA = "/mijn-gegevens/[code]"
PRIVACY = "/privacy"
NETWORK = "/netwerk"
LOGIN = "/inloggen"
CODE = "/inloggen/code"
OWN_LOGIN = "/mijn-login"
BEGIN = "/begin/[token]"
TAKE_OVER = "/overnemen/[code]"

WITH_A_CODE = (
    PHONE,
    LOOK_ALONG,
    PROJECTOR,
    TABLET,
    PROGRAMME,
    REPORT,
    MY_DATA,
    BEGIN,
    TAKE_OVER,
)

# Takes the place of the code in the one page that is built for all of them.
ANY_CODE = "_"


def built_for(route: str) -> str:
    """The address under which the page of a route with a code is built."""
    return f"{folder_of(route)}/{ANY_CODE}"


def folder_of(route: str) -> str:
    """A route up to its code."""
    return route.rpartition("/")[0]
