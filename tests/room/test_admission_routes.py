"""Joining by plain forms: a code, three answers, a cookie."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import pytest

from plekberaad_app.core.join_codes import ALPHABET
from plekberaad_app.core.recognition import ARRIVING
from plekberaad_app.live import registry
from plekberaad_app.platform import guessing
from plekberaad_app.platform.database import people
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.guessing import Guesses
from plekberaad_app.platform.http.cookies import key_in
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission, admission_routes
from tests.casting import CODE, OTHER_CODE, evening
from tests.http_site import site
from tests.settings import overridden

ANSWERS = {"name": "Sam", "kind": "resident", "habit": "never"}
COOKIE = f"plekberaad_{CODE}"


def asked_back(response) -> dict[str, str]:
    """The reason and what was typed, in the address that a refusal leads back to."""
    assert response.status_code == 303
    there = urlsplit(response.headers["location"])
    assert set(parse_qs(there.query)) == {"fout"}
    query = parse_qs(f"{there.query}&{there.fragment}", keep_blank_values=True)
    return {name: values[0] for name, values in query.items()}


def present(room):
    with reading() as db:
        return people.of_live_session(db, room.id)


def with_a_key(visitor):
    """The browser that has opened the page."""
    visitor.get(f"/d/{CODE}")
    return visitor


def check_in(visitor, **changed):
    return visitor.post(f"/d/{CODE}/meedoen", data=ANSWERS | changed)


def test_a_name_with_a_phone_number_comes_back_with_all_that_was_filled_in(visitor, room):
    refused = asked_back(check_in(visitor, name="Sam 0612345678"))
    assert refused == ANSWERS | {"fout": "holds_phone", "name": "Sam 0612345678"}
    assert present(room) == ()


@pytest.mark.parametrize(
    "typed", ["K7M3XP", "k7m 3xp", " k7m-3xp", "(K7M 3XP)", "http://testserver/m/K7M3XP"]
)
def test_a_code_leads_to_its_room(visitor, room, typed):
    response = visitor.post("/meedoen", data={"code": typed})
    assert (response.status_code, response.headers["location"]) == (303, f"/d/{CODE}")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("K7M3XR", "code_unknown"),
        ("hallo", "code_unreadable"),
        ("<script>alert(1)</script>", "code_unreadable"),
        ("a\0b", "code_unreadable"),
    ],
)
def test_a_wrong_code_comes_back_as_it_was_typed(visitor, room, typed, reason):
    response = visitor.post("/meedoen", data={"code": typed})
    assert urlsplit(response.headers["location"]).path == "/"
    assert asked_back(response) == {"fout": reason, "code": typed}


@pytest.mark.parametrize("data", [{}, {"code": ""}, {"code": "  "}])
def test_an_empty_code_is_told_so(visitor, data):
    assert asked_back(visitor.post("/meedoen", data=data))["fout"] == "code_empty"


def test_an_endless_code_is_not_read_and_does_not_come_back_whole(visitor):
    assert asked_back(visitor.post("/meedoen", data={"code": "x" * 100_000})) == {
        "fout": "form_too_large"
    }
    almost = asked_back(visitor.post("/meedoen", data={"code": "x" * 60_000}))
    assert almost == {"fout": "code_unreadable", "code": "x" * 200}


def test_the_short_address_of_the_qr_leads_to_the_room(visitor, room):
    assert visitor.get("/m/k7m3xp").headers["location"] == f"/d/{CODE}"
    assert asked_back(visitor.get("/m/K7M3XR")) == {"fout": "code_unknown", "code": "K7M3XR"}


def test_a_first_look_at_the_room_brings_a_key(visitor, room):
    response = visitor.get(f"/d/{CODE}")
    cookie = response.headers["set-cookie"]
    assert response.text == f"page /d/{CODE}"
    assert cookie.startswith(COOKIE)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie
    assert response.headers["cache-control"] == "private, no-store"
    assert not present(room)


def test_a_second_look_keeps_the_key(visitor, room):
    visitor.get(f"/d/{CODE}")
    assert "set-cookie" not in visitor.get(f"/d/{CODE}").headers


@pytest.mark.parametrize("path", ["/", "/d/hallo", f"/scherm/{CODE}", f"/d/{CODE}/x"])
def test_no_other_page_brings_a_key(visitor, path):
    assert "set-cookie" not in visitor.get(path).headers


def test_only_pages_bring_a_key(visitor):
    assert "set-cookie" not in visitor.get(f"/d/{CODE}", headers={"accept": "*/*"}).headers


def test_the_cookie_is_secure_where_the_site_is(visitor, tmp_path):
    with overridden(data=tmp_path, secret="s" * 32, public_url="https://plek.example"):
        assert "Secure" in visitor.get(f"/d/{CODE}").headers["set-cookie"]


def test_checking_in_leads_to_the_room_as_that_person(visitor, room):
    visitor.get(f"/d/{CODE}")
    response = visitor.post("/d/k7m%203xp/meedoen", data=ANSWERS)
    assert (response.status_code, response.headers["location"]) == (303, f"/d/{CODE}")
    key = key_in(response.headers["set-cookie"], CODE)
    assert admission.who_is(Visitor(room.id, key)) == present(room)[0]


def test_checking_in_without_a_first_look_works_too(visitor, room):
    key = key_in(check_in(visitor).headers["set-cookie"], CODE)
    assert admission.who_is(Visitor(room.id, key)) == present(room)[0]


def test_three_forms_of_a_browser_that_drops_its_cookies_are_one_person(sqlite_store, room):
    form = ANSWERS
    for _ in range(3):
        forgetful = site()
        forgetful.get(f"/d/{CODE}")
        forgetful.cookies.clear()
        form = asked_back(check_in(forgetful, **form))
        assert form.pop("fout") == "no_cookies"
    assert len(present(room)) == 1
    assert form.items() > ANSWERS.items()


def test_anyone_who_switches_cookies_on_is_still_the_same_person(visitor, room):
    form = asked_back(check_in(visitor))
    visitor.cookies.clear()
    answer = check_in(visitor, key=form["key"])
    assert key_in(answer.headers["set-cookie"], CODE) == form["key"]
    assert len(present(room)) == 1


def test_a_key_in_a_form_counts_for_nothing_where_a_cookie_is_kept(visitor, room):
    theirs = asked_back(check_in(site(), name="Mila"))["key"]
    visitor.get(f"/d/{CODE}")
    check_in(visitor, key=theirs)
    assert {person.name for person in present(room)} == {"Mila", "Sam"}


def test_five_times_the_same_form_is_one_person(visitor, room):
    for _ in range(5):
        check_in(visitor)
    assert len(present(room)) == 1


def test_two_taps_before_the_first_answer_are_one_person(visitor, room):
    visitor.get(f"/d/{CODE}")
    cookie = {"cookie": f"{COOKIE}={visitor.cookies[COOKIE]}"}
    for _ in range(2):
        site().post(f"/d/{CODE}/meedoen", data=ANSWERS, headers=cookie)
    assert len(present(room)) == 1


def test_a_cookie_of_another_room_makes_no_person_here(visitor, anna, room):
    evening(anna, OTHER_CODE)
    visitor.post(f"/d/{OTHER_CODE}/meedoen", data=ANSWERS)
    foreign = visitor.cookies[f"plekberaad_{OTHER_CODE}"]
    stranger = site()
    response = stranger.post(
        f"/d/{CODE}/meedoen", data=ANSWERS, headers={"cookie": f"{COOKIE}={foreign}"}
    )
    assert key_in(response.headers["set-cookie"], CODE) != foreign


def test_nothing_has_to_be_answered(visitor, room):
    visitor.post(f"/d/{CODE}/meedoen", data={})
    assert (present(room)[0].name, present(room)[0].kind, present(room)[0].habit) == (
        "",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"name": "x" * 25}, "name_too_long"),
        ({"kind": "cat"}, "answer_unknown"),
        ({"habit": "'; DROP TABLE people"}, "answer_unknown"),
        ({"name": "e" + "\u0301" * 60}, "text_unreadable"),
    ],
)
def test_a_refused_answer_comes_back_with_all_the_others(visitor, room, changed, reason):
    response = check_in(visitor, **changed)
    assert urlsplit(response.headers["location"]).path == f"/d/{CODE}"
    assert asked_back(response) == {"fout": reason, **ANSWERS, **changed}
    assert not present(room)


@pytest.mark.parametrize("code", ["K7M3XR", "hallo", "%00", "x" * 2000])
def test_checking_in_to_no_room_leads_back(visitor, code):
    assert asked_back(visitor.post(f"/d/{code}/meedoen", data=ANSWERS))["fout"].startswith("code_")


def test_a_form_of_100_kb_is_refused(visitor, room):
    assert asked_back(check_in(visitor, name="x" * 100_000))["fout"] == "form_too_large"
    assert not present(room)


def test_a_file_in_the_form_is_refused(visitor, room):
    response = visitor.post(f"/d/{CODE}/meedoen", files={"name": ("a.txt", b"x")})
    assert asked_back(response)["fout"] == "bad_input"


def test_150_people_behind_one_address_get_in(visitor, room):
    for _ in range(2 * 150):
        assert visitor.get(f"/m/{CODE}").headers["location"] == f"/d/{CODE}"


def test_anyone_who_never_stops_trying_is_asked_to_wait(visitor, room, monkeypatch):
    monkeypatch.setattr("plekberaad_app.room.admission_routes._pace", Pace(1, 0))
    visitor.post("/meedoen", data={"code": CODE})
    refused = asked_back(visitor.post("/meedoen", data={"code": CODE}))
    assert refused == {"fout": "too_many_tries", "code": CODE}


def test_what_goes_wrong_inside_is_told_in_general_words(visitor, room, monkeypatch):
    def broken(*_args):
        raise RuntimeError("Sam")

    monkeypatch.setattr(admission, "check_in", broken)
    assert asked_back(check_in(visitor)) == {"fout": "unexpected", **ANSWERS}


def test_after_a_crowd_at_old_posters_sixteen_with_the_right_code_are_in_at_once(room, monkeypatch):
    monkeypatch.setattr(guessing, "guesses", Guesses())
    monkeypatch.setattr(admission_routes, "_pace", Pace(100, 0))
    codes = [f"{first}{second}7777" for first in ALPHABET for second in ALPHABET]
    for code in codes[:66]:
        assert asked_back(site().get(f"/m/{code}"))["fout"] == "code_unknown"
    with ThreadPoolExecutor(16) as phones:
        answers = list(phones.map(lambda _number: check_in(with_a_key(site())), range(16)))
    assert [answer.headers["location"] for answer in answers] == [f"/d/{CODE}"] * 16
    assert len(present(room)) == 16


def test_misses_take_no_place_of_whoever_comes_in(visitor, room, monkeypatch):
    monkeypatch.setattr(admission_routes, "_pace", Pace(1, 0))
    for _ in range(3):
        assert asked_back(visitor.get("/m/CCCCCC"))["fout"] == "code_unknown"
    assert check_in(with_a_key(visitor)).headers["location"] == f"/d/{CODE}"


def test_anyone_who_joins_without_a_name_has_none_whatever_stood_in_the_box(visitor, room):
    check_in(visitor, name="Toch niet", nameless="1")
    assert [person.name for person in present(room)] == [""]


def in_a_while(monkeypatch):
    """Whoever came in so far is not on the way in any more."""
    later = now() + ARRIVING
    monkeypatch.setattr(admission_routes, "now", lambda: later)


def test_a_namesake_of_a_silent_person_is_asked_with_all_answers_and_the_hint(
    visitor, room, monkeypatch
):
    check_in(with_a_key(site()))
    in_a_while(monkeypatch)
    asked = asked_back(check_in(with_a_key(visitor), name="sam"))
    assert asked == {"fout": "namesake", **ANSWERS, "name": "sam", "namesake": "1", "table": "0"}
    assert len(present(room)) == 1


@pytest.mark.parametrize(("said", "people"), [("yes", 1), ("no", 2)])
def test_the_answer_decides_and_sent_twice_it_is_one_answer(
    visitor, room, monkeypatch, said, people
):
    check_in(with_a_key(site()))
    in_a_while(monkeypatch)
    with_a_key(visitor)
    for _ in range(2):
        answer = check_in(visitor, namesake="1", same=said)
        assert answer.headers["location"] == f"/d/{CODE}"
    assert len(present(room)) == people


def test_without_an_answer_or_with_nonsense_it_is_asked_again(visitor, room, monkeypatch):
    check_in(with_a_key(site()))
    in_a_while(monkeypatch)
    for nonsense in ({"namesake": "1"}, {"namesake": "x" * 9000, "same": "yes"}):
        assert asked_back(check_in(with_a_key(visitor), **nonsense))["fout"] == "namesake"


def test_anyone_who_has_a_connection_is_not_asked_about(visitor, room, monkeypatch):
    check_in(with_a_key(site()))
    in_a_while(monkeypatch)
    monkeypatch.setattr(registry, "present", lambda _room: {present(room)[0].id})
    assert check_in(with_a_key(visitor)).headers["location"] == f"/d/{CODE}"
    assert len(present(room)) == 2


def test_the_tablets_are_told_of_a_second_phone_and_of_nobody_new(visitor, room, monkeypatch):
    told = []
    monkeypatch.setattr(admission_routes, "warn_of_second_phone", lambda *said: told.append(said))
    check_in(with_a_key(site()))
    in_a_while(monkeypatch)
    check_in(with_a_key(site()), namesake="1", same="no")
    assert told == []
    check_in(with_a_key(visitor), namesake="1", same="yes")
    sentence = text("live.warning.second_phone", name="Sam", number=1)
    assert told == [(room.id, sentence, 1)]


def test_names_are_not_tried_in_bulk(visitor, room, monkeypatch):
    check_in(with_a_key(site()))
    in_a_while(monkeypatch)
    monkeypatch.setattr(admission_routes, "_pace", Pace(2, 0))
    reasons = [asked_back(check_in(with_a_key(visitor)))["fout"] for _ in range(3)]
    assert reasons == ["namesake", "namesake", "too_many_tries"]
