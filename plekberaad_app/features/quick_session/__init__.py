"""A quick session: one question to a room, begun at the desk without a programme."""

from plekberaad_app.platform.feature import Feature, Part

FEATURE = Feature(
    parts=(
        Part(
            "desk.first",
            "desk_part:quick_session",
            on_load="state:QuickSessionState.enter",
            place=10,
        ),
    ),
)
