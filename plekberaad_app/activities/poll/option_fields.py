"""The question of a poll: the fields of its form."""

from typing import get_args

from plekberaad_app.activities.contract.parsing import LEAST_SECONDS, MAX_SECONDS
from plekberaad_app.activities.kit.form_fields import (
    Depending,
    Line,
    Listed,
    Number,
    OneOf,
    Only,
    Switch,
    form_of,
)
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.poll.options import (
    LISTED,
    MAX_CHOICES,
    MAX_END,
    MAX_RANKED,
    Kind,
)

FORM = form_of(
    Line("question", "poll.desk.question", MAX_QUESTION),
    Depending(
        OneOf("kind", "poll.desk.kind", get_args(Kind)),
        (
            Only(
                LISTED,
                Listed("choices", "poll.desk.choices", {"most": MAX_CHOICES, "ranked": MAX_RANKED}),
            ),
            Only(("choice",), Switch("several", "poll.desk.several")),
            # Left empty: no right answer yet.
            Only(
                ("quiz",),
                Number("right", "poll.desk.right", 0, MAX_CHOICES, may_be_empty=True, if_empty=0),
            ),
            Only(("scale",), Line("low", "poll.desk.low", MAX_END)),
            Only(("scale",), Line("high", "poll.desk.high", MAX_END)),
        ),
    ),
    Number("length", "poll.desk.length", LEAST_SECONDS, MAX_SECONDS),
    Switch("told_later", "poll.desk.told_later"),
    Switch("offers_contact", "poll.desk.offers_contact"),
)
