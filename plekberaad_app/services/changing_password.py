"""Another password for a facilitator who is there already."""

from plekberaad_app.domain.errors import NotFound
from plekberaad_app.services import passwords
from plekberaad_app.services.naming import login_name
from plekberaad_app.store import accounts as stored
from plekberaad_app.store.database import transaction


def set_password(name: str, password: str) -> None:
    """Give a facilitator another password, and log out every device that spoke for them.

    Who took over an evening from them is logged out as well. Raises NotFound('facilitator_unknown')
    with `name`, BadInput: password_too_short, password_too_long.
    """
    password_hash = passwords.hashed(password)
    with transaction() as db:
        facilitator = stored.facilitator_named(db, login_name(name))
        if facilitator is None:
            raise NotFound("facilitator_unknown", name=name)
        stored.keep_password(db, facilitator.id, password_hash)
        stored.drop_logins_for(db, facilitator.id)
