"""Which passwords are guessed first: known ones, patterns, and words related to this person."""

from threading import Lock

# Long texts of characters that resemble letters take longer to judge than to hash.
MAX_JUDGED = 32
# On a scale of 0 to 4: from here on, guessing takes over a hundred million tries of a tenth of a
# second.
LEAST_SCORE = 3

# The lists of zxcvbn are English and American; this is what people here think of first.
WORDS_OF_HERE = """
    wachtwoord welkom geheim plekberaad bibliotheek bieb boek boeken lezen begeleider avond
    hallo hoi liefde schatje mama papa oma opa vakantie zomer winter herfst lente oranje koning
    nederland holland amsterdam rotterdam utrecht groningen eindhoven tilburg haarlem arnhem
    leiden zwolle voetbal ajax feyenoord fiets hond poes januari februari maart april mei juni
    juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag hetis ditis mijn inloggen test computer
"""

# zxcvbn keeps the words of a person in one place for the whole program.
_turn = Lock()


def is_easy(password: str, *about: str) -> bool:
    """Whether somebody who knows what it is about (a name, a library) would soon guess this.

    Only the first 32 characters are judged; spaces between known words make it no harder.
    """
    near = [word for text in about for word in (text, _joined(text), *text.split())]
    known = [*near, *WORDS_OF_HERE.split()]
    return any(_score(form, known) < LEAST_SCORE for form in (password, _joined(password)))


def _score(password: str, known: list[str]) -> int:
    # Its lists take a while to load and stay in memory; most processes never need them.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    with _turn:
        return zxcvbn(password[:MAX_JUDGED], known)["score"]


def _joined(text: str) -> str:
    return "".join(filter(str.isalnum, text))
