"""The card of the desk: a form for each activity that can be used on its own."""

from plekberaad_app.activities.contract.discovery import quick_forms
from plekberaad_app.features.quick_session.desk_part import quick_session
from plekberaad_app.platform.i18n.catalogue import text


def test_it_has_a_form_with_a_question_for_each_activity_that_can_be_used_on_its_own():
    drawn = str(quick_session().render())
    assert drawn.count(text("quick_session.begin")) == len(quick_forms()) > 1
    assert all(text(f"{kind}.title") in drawn for kind in quick_forms())
    assert drawn.count('"question"') >= 2
