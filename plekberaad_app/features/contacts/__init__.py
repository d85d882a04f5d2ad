"""'Ik wil hier meer over horen': how the library may reach people, apart from all else."""

from plekberaad_app.platform.feature import Feature, Page, Part
from plekberaad_app.platform.routes import HEAR_MORE

FEATURE = Feature(
    pages=(
        Page(
            HEAR_MORE,
            "hear_more_page:hear_more_page",
            "contacts.page_title",
            on_load="hear_more_state:HearMoreState.enter",
            is_translated=True,
        ),
        Page(
            "/contacten/[code]",
            "contacts_page:contacts_page",
            "contacts.list.page_title",
            on_load="contacts_state:ContactsState.enter",
        ),
    ),
    parts=(Part("desk.evening", "desk_part:contacts_of", place=120),),
    routes=("routes:ROUTES",),
    tidies=("contacts:drop_ended",),
)
