"""Facilitators: how they get in, and what they change about that."""

from plekberaad_app.platform.feature import Feature, Page, Part
from plekberaad_app.platform.routes import CODE, LOGIN, OWN_LOGIN

FEATURE = Feature(
    pages=(
        Page(LOGIN, "login_page:login_page", "title.login"),
        Page(CODE, "login_page:code_page", "title.login"),
        Page("/overnemen/[code]", "login_page:take_over_page", "title.take_over"),
        Page(
            "/begin/[token]",
            "begin_page:begin_page",
            "title.begin",
            on_load="begin_state:BeginState.enter",
        ),
        Page(
            OWN_LOGIN,
            "own_login_page:own_login_page",
            "title.own_login",
            on_load="own_login_state:OwnLoginState.enter",
        ),
    ),
    parts=(
        Part("desk.seldom", "desk_part:invite", on_load="desk_state:AccountDeskState.enter"),
        Part("desk.seldom", "desk_part:logins"),
    ),
    routes=("login_routes:ROUTES", "own_login_routes:ROUTES"),
    tidies=("tidying:forget_unused",),
    operations={
        "invite": "operations:invite",
        "password": "operations:password",  # nosec B105
        "second_factor_off": "operations:second_factor_off",
    },
)
