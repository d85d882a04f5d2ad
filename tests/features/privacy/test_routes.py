"""'Mijn gegevens' as a file, and erased: for who holds the cookie of that room, and nobody else."""

import pytest

from plekberaad_app.core.privacy_notice import VERSION
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import admission
from tests.casting import CODE, NOW, OTHER_CODE, evening
from tests.http_site import site

FILE, ERASE = f"/mijn-gegevens/{CODE}/gegevens.json", f"/mijn-gegevens/{CODE}/wissen"


@pytest.fixture
def sam(visitor, room):
    """A browser that is in as Sam."""
    key = admission.check_in(CODE, "Sam", "resident", "never", NOW)
    visitor.cookies.set(participant_cookie(CODE), key)
    return visitor


def test_a_phone_gets_its_own_data_as_a_file_that_no_cache_keeps(sam):
    answer = sam.get(FILE)
    assert answer.status_code == 200
    assert answer.json()["person"]["name"] == "Sam"
    assert answer.headers["cache-control"] == "no-store"
    assert "attachment" in answer.headers["content-disposition"]


def test_another_room_s_key_and_no_key_get_nothing(sam, anna):
    evening(anna, OTHER_CODE)
    for code in (CODE, OTHER_CODE):
        stranger = site()
        stranger.cookies.set(participant_cookie(code), sam.cookies[participant_cookie(CODE)])
        answer = stranger.get(f"/mijn-gegevens/{OTHER_CODE}/gegevens.json")
        assert answer.status_code == 403
        assert "Sam" not in answer.text
    assert site().get(FILE).status_code == 403
    assert site().get("/mijn-gegevens/ZZZZZZ/gegevens.json").status_code == 404


def test_erasing_forgets_the_person_and_the_cookie(sam, room):
    key = sam.cookies[participant_cookie(CODE)]
    answer = sam.post(ERASE, data={"ideas": "keep"})
    assert answer.headers["location"] == f"/mijn-gegevens/{CODE}?gewist=1"
    assert f'{participant_cookie(CODE)}=""; ' in answer.headers["set-cookie"]
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert admission.who_is(Visitor(room.id, key)) is None
    assert sam.get(FILE).status_code == 403


def test_what_becomes_of_the_ideas_has_to_be_chosen(sam, room):
    key = sam.cookies[participant_cookie(CODE)]
    for chosen in ({}, {"ideas": ""}, {"ideas": "misschien"}):
        answer = sam.post(ERASE, data=chosen)
        assert answer.headers["location"] == f"/mijn-gegevens/{CODE}?fout=answer_unknown"
    assert admission.who_is(Visitor(room.id, key)) is not None


def test_another_site_cannot_make_a_phone_erase_itself(sam, room):
    key = sam.cookies[participant_cookie(CODE)]
    answer = sam.post(ERASE, data={}, headers={"origin": "https://elders.example"})
    assert answer.status_code == 403
    assert admission.who_is(Visitor(room.id, key)) is not None


def test_nobody_can_be_erased_without_their_key(sam, room):
    key = sam.cookies[participant_cookie(CODE)]
    site().post(ERASE, data={"ideas": "take"})
    assert admission.who_is(Visitor(room.id, key)) is not None


def test_which_information_was_shown_is_kept_and_nothing_made_up(visitor, room):
    for told, kept in ((VERSION, VERSION), ("verzonnen", "")):
        phone = site()
        phone.post(f"/d/{CODE}/meedoen", data={"name": "Sam", "told": told})
        person = phone.get(FILE).json()["person"]
        assert person["information_shown"] == kept


def test_a_phone_gets_a_page_to_keep_and_nobody_else_does(sam, anna):
    answer = sam.get(f"/mijn-gegevens/{CODE}/avond.html")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert 'lang="en"' in sam.get(f"/mijn-gegevens/{CODE}/avond.html?taal=en").text
    assert site().get(f"/mijn-gegevens/{CODE}/avond.html").status_code == 403
    assert site().get("/mijn-gegevens/ZZZZZZ/avond.html").status_code == 404
