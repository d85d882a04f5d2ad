"""Letting the screen of a helper in: whoever has the link, for what it was made for."""

from typing import Any

from plekberaad_app.activities.contract.activity import AnyScreen
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.live.registry import room_registry
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.platform import helper_links
from plekberaad_app.room.identity import route_part
from plekberaad_app.room.running import find_patiently
from plekberaad_app.room.views.common import StageView


async def enter_by_link(
    state: Any, screen: AnyScreen, resource: Resource, *, is_picture: bool = False
) -> None:
    """Let a screen watch the evening of the link in its address; a void one says so."""
    token = route_part(state)
    look = helper_links.require_link
    found = await find_patiently(state, token, look, token, Action.READ, resource)
    if found.is_refused:
        state.stage = StageView(status="unknown")
        return
    helper, sid = found.value, state.router.session.session_id
    viewer = Viewer(sid, screen, is_picture=is_picture, helper=helper)
    room_registry().enter(helper.live_session_id, viewer)
