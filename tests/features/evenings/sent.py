"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent, last_step

SENT = Sent(
    payloads={
        "preparing_state.enter": lambda _: {},
        "preparing_state.create": lambda _: {"form": {"title": "Ingebroken", "starts_at": ""}},
        "preparing_state.delete": lambda house: {"code": house.evening.code},
        "programme_state.enter": lambda _: {},
        "programme_state.refit": lambda _: {},
        "programme_state.add_step": lambda _: {"kind": "voting", "step_id": "aanval-stap"},
        "programme_state.remove_step": lambda house: {"step_id": last_step(house)},
        "programme_state.move_step": lambda house: {"step_id": last_step(house), "place": 1},
        "programme_state.describe": lambda _: {"form": {"title": "Ingebroken"}},
        "programme_state.store_step": lambda house: {
            "form": {"step_id": last_step(house), "title": "Ingebroken", "minutes": "9"}
        },
    },
    own={"preparing_state.create"},
    spoiling={"preparing_state.delete", "programme_state.add_step"},
    effective={"preparing_state.create", "programme_state.add_step", "programme_state.store_step"},
)
