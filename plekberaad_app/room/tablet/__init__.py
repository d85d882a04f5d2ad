"""The facilitator's tablet: one frame, seven views, one big button."""

from plekberaad_app.room.tablet.page import tablet_page

__all__ = ["tablet_page"]
