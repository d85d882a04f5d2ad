"""What a harvest leaves, and who hears that their wish is in it."""

from dataclasses import replace

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Table
from plekberaad_app.activities.harvest.rules import Harvest
from plekberaad_app.activities.voting.rules import Voting
from tests.activities.harvest.harvesting import ONE, PEOPLE, harvest, phone, projector
from tests.activities.scenes import Room, actor_of

STEP = Outcome("stap-1", "next_step", "Ik bel de school", table=1, about="Een veilig plein")
OWNER = PEOPLE[2]


class WithStep(Room):
    """A room in which an earlier step brought one first step more."""

    def _outcomes_before(self) -> tuple[Outcome, ...]:
        return (*super()._outcomes_before(), STEP)


def test_each_item_is_an_outcome_with_its_hearts_and_stands_in_the_report():
    room = harvest(question="Wat moet de gemeente weten?")
    room.act(actor_of(ONE), "put_forward", choice=1)
    room.go_to("tell")
    item = projector(room).shown
    for who in PEOPLE[:5]:
        room.act(actor_of(who), "give_heart", item=item.id, on=True)
    (outcome,) = room.end().activity.outcomes(room.scene)
    assert (outcome.kind, outcome.text, outcome.table) == ("harvest", "Een bankje", 1)
    assert (outcome.id, outcome.count) == (item.id, 5)
    _, table = room.activity.report(room.scene)
    assert isinstance(table, Table)
    assert table.rows == ((1, "Een bankje", 5),)


def test_a_few_hearts_are_not_counted_in_the_report():
    room = harvest()
    room.act(actor_of(ONE), "put_forward", choice=1)
    room.go_to("tell")
    room.act(actor_of(ONE), "give_heart", item=projector(room).shown.id, on=True)
    (outcome,) = room.activity.outcomes(room.scene)
    assert outcome.count == 0
    (table,) = room.activity.report(room.scene)
    assert isinstance(table, Table)
    assert 1 not in table.rows[0][2:]


def test_what_people_will_do_comes_first_and_whose_wish_it_is_hears_who_chose_it():
    plain = harvest()
    room = WithStep(**{**vars(plain), "plan": {}, "stop_index": -1}).begin()
    assert phone(room).choices[0].text == "Ik bel de school"
    assert Harvest().seat(room.scene, OWNER) == (OWNER.table, "")
    room.act(actor_of(ONE), "put_forward", choice=1)
    role = Harvest().seat(room.scene, OWNER)[1]
    assert role
    assert phone(room, 1, role).ours[0].by == ONE.name
    assert ONE.name not in repr(replace(phone(room, 1), question=""))
    room.go_to("tell")
    assert phone(room, 2, role).ours[0].by == ONE.name
    assert projector(room).shown.by == ""


def test_a_later_vote_takes_up_the_harvest_alone_and_tells_its_result_place_by_place():
    room = harvest()
    for choice in (1, 2):
        room.act(actor_of(ONE), "put_forward", choice=choice)
    room.end()
    options = {"source": "outcomes", "from_step": room.step.id, "in_turn": True}
    vote = Room(Voting(), PEOPLE, options=options, steps_before=(*room.steps_before, room.step))
    vote.board = room.board
    vote.begin()
    ballot = vote.activity.face(vote.scene, Audience("phone", 1)).view
    assert {each.label for each in ballot.choices} == {"Een bankje", "Meer licht"}
    for number, choice in enumerate((0, 0, 1)):
        chosen = ballot.choices[choice].id
        vote.act(actor_of(PEOPLE[number]), "vote", id=f"stip-{number:04}", choice=chosen)
    vote.go_to("result")
    telling = vote.activity.face(vote.scene, Audience("projector")).view.telling
    assert (telling.place, telling.places) == (2, 2)
