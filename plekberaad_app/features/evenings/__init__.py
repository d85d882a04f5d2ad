"""Before the evening: the evenings of a library, and the programme of one."""

from plekberaad_app.platform.feature import Feature, Page

FEATURE = Feature(
    pages=(
        Page(
            "/voorbereiden",
            "evenings_page:preparing_page",
            "title.preparing",
            on_load="state:PreparingState.enter",
            holds=("desk.first", "desk", "desk.seldom"),
        ),
        Page(
            "/voorbereiden/[code]",
            "programme_page:programme_page",
            "title.programme",
            on_load="state:ProgrammeState.enter",
        ),
    ),
    operations={"delete": "operations:delete"},
)
