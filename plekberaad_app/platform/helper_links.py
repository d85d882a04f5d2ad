"""Who is behind the link of a helper."""

from collections.abc import Collection

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import NotFound
from plekberaad_app.core.rights import Action, Resource, Role
from plekberaad_app.platform.database import helpers
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import HelperRow
from plekberaad_app.platform.permissions import Helper, require_helper
from plekberaad_app.platform.tokens import is_like_a_token


def who_helps(token: str) -> Helper:
    """Who is behind this link; raises NotFound('link_gone')."""
    if not is_like_a_token(token):
        raise NotFound("link_gone")
    with reading() as db:
        row = helpers.by_token(db, key_hash(token))
    if row is None:
        raise NotFound("link_gone")
    return helper_of(row)


def require_link(token: str, action: Action, resource: Resource) -> Helper:
    """Who is behind this link, if they may do this.

    Raises NotFound('link_gone'), NotAllowed('not_your_link').
    """
    helper = who_helps(token)
    require_helper(helper, action, resource)
    return helper


def helper_of(row: HelperRow) -> Helper:
    """The helper that a row holds."""
    return Helper(
        id=row.id,
        live_session_id=row.live_session_id,
        role=Role(row.role),
        name=row.name,
        table=row.table_number,
        step_id=row.step_id,
    )


def still_good(ids: Collection[str]) -> frozenset[str]:
    """Which of these helpers still have a link."""
    with reading() as db:
        return helpers.known(db, ids)
