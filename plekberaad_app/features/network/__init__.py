"""Whether the network and the screens in a room can handle an evening."""

from plekberaad_app.platform.feature import Feature, Page, Part
from plekberaad_app.platform.routes import NETWORK

FEATURE = Feature(
    pages=(Page(NETWORK, "page:network_page", "title.network", is_translated=True),),
    parts=(Part("desk", "desk_part:beforehand"),),
)
