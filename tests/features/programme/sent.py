"""What is sent to the handlers of this feature by everybody."""

from tests.security.sent import Sent, last_step

SENT = Sent(
    payloads={
        "programme_state.enter": lambda _: {},
        "programme_state.refit": lambda _: {},
        "programme_state.add_step": lambda _: {"kind": "voting", "step_id": "aanval-stap"},
        "programme_state.remove_step": lambda house: {"step_id": last_step(house)},
        "programme_state.move_step": lambda house: {"step_id": last_step(house), "place": 1},
        "programme_state.duplicate_step": lambda house: {
            "step_id": last_step(house),
            "new_step_id": "aanval-kopie",
        },
        "programme_state.set_minutes": lambda house: {"step_id": last_step(house), "minutes": 9},
        "programme_state.follow": lambda _: {"code": "shorter"},
        "programme_state.undo": lambda _: {},
        "programme_state.redo": lambda _: {},
        "programme_state.describe": lambda _: {"form": {"title": "Ingebroken"}},
        "programme_state.store_step": lambda house: {
            "form": {"step_id": last_step(house), "title": "Ingebroken", "minutes": "9"}
        },
    },
    spoiling={"programme_state.add_step"},
    effective={"programme_state.add_step", "programme_state.store_step"},
)
