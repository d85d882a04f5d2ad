"""Reflex sends every screen the defaults of all states, so nothing telling may stand in them."""

import json

import pytest
import reflex as rx

from plekberaad_app.states import phone, preparing, projector, report, tablet

STATES: list[type[rx.State]] = [
    phone.PhoneState,
    projector.ProjectorState,
    tablet.TabletState,
    preparing.PreparingState,
    preparing.ProgrammeState,
    report.ReportState,
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("word", ["newcomer", "percentage", '"goal"', "unusual"])
def test_no_default_names_the_share_that_only_the_facilitator_sees(state, word):
    defaults = state(_reflex_internal_init=True).dict()
    assert word not in json.dumps(defaults, default=repr)
