"""The evening while it runs: its pages on the phones, on the big screen and on the tablet."""

from plekberaad_app.platform.feature import Feature, Page
from plekberaad_app.platform.routes import PROJECTOR

FEATURE = Feature(
    pages=(
        Page(
            "/d/[code]",
            "phone.page:phone_page",
            "title.phone",
            on_load="phone.state:PhoneState.enter",
            is_translated=True,
        ),
        Page(
            "/meekijken/[code]",
            "phone.look_along:look_along_page",
            "title.look_along",
            on_load="phone.state:PhoneState.look_along",
        ),
        Page(
            PROJECTOR,
            "projector.page:projector_page",
            "title.projector",
            on_load="projector.state:ProjectorState.enter",
        ),
        Page(
            "/tafel/[token]",
            "host.page:host_page",
            "title.host",
            on_load="host.state:HostState.enter",
            is_translated=True,
        ),
        Page(
            "/kunstenaar/[token]",
            "artist.page:artist_page",
            "title.artist",
            on_load="artist.state:ArtistState.enter",
            is_translated=True,
        ),
        Page(
            "/meekijker/[token]",
            "projector.page:observer_page",
            "title.observer",
            on_load="projector.state:ProjectorState.observe",
        ),
        Page(
            "/begeleid/[code]",
            "tablet.page:tablet_page",
            "title.tablet",
            on_load="tablet.state:TabletState.enter",
        ),
    ),
    routes=("admission_routes:ROUTES", "health_routes:ROUTES"),
)
