"""The panels of all activities, which are no part of the pages on which they are shown."""

import reflex as rx

from plekberaad_app.activities.contract.discovery import panels
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.tablet.screen import SCREEN


def on_a_phone() -> rx.Component:
    """Those of a phone."""
    return rx.fragment(*(panel(PhoneState) for panel in panels("phone").values()))


def on_the_tablet() -> rx.Component:
    """Those of the tablet."""
    return rx.fragment(*(panel(SCREEN) for panel in panels("tablet").values()))


def on_the_projector() -> rx.Component:
    """Those of the projector."""
    return rx.fragment(*(panel(ProjectorState) for panel in panels("projector").values()))
