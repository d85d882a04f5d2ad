"""All projections in one, as the publisher of a room takes them."""

from dataclasses import asdict

from plekberaad_app.live.projections import Projections
from plekberaad_app.room.projections import artist, host, phone, projector, tablet
from plekberaad_app.room.views.common import StageView

PROJECTIONS = Projections(
    shared={
        "phone": phone.PARTS,
        "projector": projector.PARTS,
        "tablet": tablet.PARTS,
        "host": host.PARTS,
        "artist": artist.PARTS,
    },
    passing={
        "projector": projector.passing,
        "tablet": tablet.passing,
        "artist": artist.passing,
    },
    audience_of=phone.audience,
    personal=phone.personal,
    companion=phone.companion,
    impersonal=phone.impersonal,
    gone={"stage": asdict(StageView(status="unknown"))},
)
