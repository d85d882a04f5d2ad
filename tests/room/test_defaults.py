"""Reflex sends every screen the defaults of all states, so nothing telling may stand in them."""

import json

import pytest
import reflex as rx

from plekberaad_app.features.evenings import state as evenings_state
from plekberaad_app.features.programme import state as programme_state
from plekberaad_app.features.report import state as report_state
from plekberaad_app.room.phone import state as phone_state
from plekberaad_app.room.projector import state as projector_state
from plekberaad_app.room.tablet import state as tablet_state

STATES: list[type[rx.State]] = [
    phone_state.PhoneState,
    projector_state.ProjectorState,
    tablet_state.TabletState,
    evenings_state.PreparingState,
    programme_state.ProgrammeState,
    report_state.ReportState,
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("word", ["newcomer", "percentage", '"goal"', "unusual"])
def test_no_default_names_the_share_that_only_the_facilitator_sees(state, word):
    defaults = state(_reflex_internal_init=True).dict()
    assert word not in json.dumps(defaults, default=repr)
