"""What an evening hands out: an invitation, what lies on the tables, and a run sheet."""

from plekberaad_app.platform.feature import Feature, Page

FEATURE = Feature(
    pages=(
        Page(
            "/printen/[code]",
            "desk_page:handouts_page",
            "handouts.title",
            on_load="desk_state:HandoutsState.enter",
        ),
        Page(
            "/uitnodiging/[code]",
            "invitation_page:invitation_page",
            "handouts.page.title",
            on_load="invitation_state:InvitationState.enter",
            is_translated=True,
        ),
    ),
    routes=("routes:ROUTES",),
)
