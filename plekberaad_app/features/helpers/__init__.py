"""Who helps on an evening: everybody with a link of their own, which can be withdrawn."""

from plekberaad_app.platform.feature import Feature, Page, Part

FEATURE = Feature(
    pages=(
        Page(
            "/begeleider/[token]",
            "joining_page:joining_page",
            "title.helpers_join",
            on_load="joining_state:JoiningState.enter",
        ),
    ),
    parts=(Part("evening", "desk_part:helpers", on_load="state:HelpersState.enter", place=10),),
    routes=("routes:ROUTES",),
    tidies=("tidying:forget_names",),
)
