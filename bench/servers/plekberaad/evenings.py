"""What happens in an evening of the bench: people come in, ideas begin, *next* is pressed."""

import asyncio
import re
import uuid
from time import perf_counter_ns

from bench.cases import Case
from bench.house import Room, Sender
from bench.receipts import Ear, delays, idea
from tests.clients.evening import Evening
from tests.clients.phone import Phone, wall
from tests.clients.projector import Projector

PHASE = re.compile(rb'"phase":\s*"(\w+)"')
TIMEOUT_SECONDS = 10


async def begin_with(evening: Evening, case: Case) -> None:
    """Fill the room in the lobby, seat everybody, and go to the ideas of the first round."""
    await evening.fill(case.phones)
    await evening.seat(case.tables_a_room)
    await evening.bring_challenges(per_table=case.rounds)
    await evening.go_to("carousel", "ideas")
    for phone in evening.phones:
        await phone.until(lambda shown: shown["stage"]["phase"] == "ideas")


async def begin_on_paper(evening: Evening, tables: int, notes: int) -> None:
    """Go to the ideas with one person at every table who has no phone, and paper notes."""
    for number in range(tables):
        form = {"name": f"Mens {number + 1}", "kind": "resident", "habit": "never"}
        await evening.facilitator.do("add_person", form=form)
    await evening.facilitator.make_tables(tables)
    await evening.bring_challenges(per_table=1)
    await evening.go_to("carousel", "ideas")
    for number in range(notes):
        note = {"id": str(uuid.uuid4()), "text": idea(number)[1], "table": number % tables + 1}
        await evening.facilitator.act("add_idea", **note)


async def come_in(screen: Phone | Projector) -> None:
    """From the door until the wall is seen."""
    if isinstance(screen, Phone):
        await screen.check_in()
    else:
        await screen.open()
    await screen.until(wall)


def room_of(evening: Evening, is_shared: bool) -> Room:
    """Thinkers send; owners and the projector listen."""
    projector = Ear(evening.projector)
    ears = [Ear(phone) for phone in evening.phones]
    tables = [phone.shown["me"]["sits_at"] for phone in evening.phones]

    def circle(own: int) -> list[Ear]:
        return [
            ear
            for index, ear in enumerate(ears)
            if index != own and (is_shared or tables[index] == tables[own])
        ]

    senders = [
        Sender(phone.offer_idea, [*circle(index), projector])
        for index, phone in enumerate(evening.phones)
        if phone.shown["me"]["role"] == "thinker"
    ]
    return Room([*ears, projector], senders)


async def press_next(evening: Evening) -> list[float]:
    """Milliseconds from the tap until each phone and the projector show the next phase."""
    await evening.answer_not_yet()
    ears = [Ear(screen) for screen in (*evening.phones, evening.projector)]
    for ear in ears:
        ear.listen(PHASE)
    pressed = perf_counter_ns()
    await evening.facilitator.steer("next")
    phase = evening.facilitator.shown["stage"]["phase"].encode()
    async with asyncio.timeout(TIMEOUT_SECONDS):
        while len(times := delays(ears, phase, pressed)) < len(ears):
            await asyncio.sleep(0.05)
    return times
