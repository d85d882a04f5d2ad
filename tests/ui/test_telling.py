"""What a page says of itself comes through one region; what a form lacks is said in our words."""

import re
from pathlib import Path

import pytest

from plekberaad_app.ui.fields import PostForm, checked_form
from plekberaad_app.ui.overlay import app_wraps
from plekberaad_app.ui.telling import Announcer

ROOT = Path(__file__).parents[2]
PYTHON = sorted((ROOT / "plekberaad_app").rglob("*.py"))
BROWSER = sorted((ROOT / "assets" / "browser").glob("*.jsx"))
OF_A_PHONE = [
    *sorted((ROOT / "plekberaad_app" / "room" / "phone").glob("*.py")),
    *sorted((ROOT / "plekberaad_app" / "activities").rglob("phone_panel.py")),
    *(ROOT / "plekberaad_app" / "ui" / f"{name}.py" for name in ("own_notes", "idea_box")),
]


# Of the desk alone: each stands beside its button from the start, empty.
OF_THE_DESK = {"hand_on.jsx", "in_sight.jsx", "letter.jsx", "unsaved.jsx"}


def test_every_page_has_the_region_from_the_start():
    wrap = app_wraps()[5, "Overlay"](True)
    assert wrap is not None
    assert any(isinstance(child, Announcer) for child in wrap.children)


def test_a_phone_and_what_runs_on_every_page_have_no_other_polite_region():
    others = [path for path in BROWSER if path.name not in {"announcer.jsx", *OF_THE_DESK}]
    inserted = re.compile(r"""role="status"|aria[-_]live""")
    found = [path.name for path in (*OF_A_PHONE, *others) if inserted.search(path.read_text())]
    assert found == []


def test_no_form_leaves_its_words_to_the_browser():
    for made in (PostForm.create(), checked_form()):
        assert "noValidate:true" in str(made.render()).replace(" ", "")
    bare = [path.name for path in PYTHON if "rx.el.form(" in path.read_text("utf-8")]
    assert bare == ["fields.py"]
    assert [path.name for path in BROWSER if "<form" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("path", OF_A_PHONE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_button_that_may_not_be_used_stays_in_reach_of_the_keyboard_to_say_why(path: Path):
    assert not re.search(r"(?<!aria_)disabled=", path.read_text("utf-8"))
