"""What whoever runs the program may do with an evening of any library."""

from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.platform.permissions import operator_for
from plekberaad_app.room.programmes import programme


def delete(code: str) -> str:
    """Delete an evening with everything in it; raises BadInput, NotFound, NotAllowed."""
    facilitator = operator_for(code)
    library_evenings.delete(facilitator, programme(facilitator, code).live_session.id)
    return ""
