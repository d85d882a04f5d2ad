"""The projector of a room: a screen that asks nothing."""

from tests.clients.browser import Browser, Site
from tests.clients.screen import Screen


class Projector(Screen):
    """The page /scherm/<code>."""

    module, state = "room.projector.state", "projector_state"

    def __init__(self, site: Site, code: str) -> None:
        super().__init__(Browser(site), f"/scherm/{code}")
