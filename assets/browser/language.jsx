/* Which language this browser speaks: kept here, told to nobody, no round trip. */
import { createElement, useSyncExternalStore } from "react";
import { FIRST, LANGUAGES, UNTRANSLATED } from "$/texts/languages.js";
import { keep, kept } from "./keeping.js";
import { choose, languageNow, onSpoken, sayAsBuilt, sayNow } from "./words.js";

const KEY = "plekberaad.language";

const known = (language) => (language in LANGUAGES ? language : "");

// What facilitators use speaks the first language alone; all else begins in the language of the browser, if it is one of ours.
const read = () => {
  if (UNTRANSLATED.includes(window.location.pathname.split("/")[1])) return FIRST;
  return known(kept(KEY)) || known(navigator.language.toLowerCase().split("-")[0]) || FIRST;
};

if (typeof window !== "undefined" && read() !== FIRST) choose(read());

/** The language now; the page draws itself anew when it changes. */
export const useLanguage = () => useSyncExternalStore(onSpoken, languageNow, () => FIRST);

/** What says a text by its key in the language now. */
export const useSay = () => useSyncExternalStore(onSpoken, sayNow, sayAsBuilt);

/** A text with names in it, which no translator of a browser makes something else of. */
export function Sentence({ said, names }) {
  return useSay().pieces(said).map((piece, at) =>
    at % 2
      ? <span key={at} lang="" translate="no">{names[piece]}</span>
      : piece && createElement("own-text", { key: at }, piece));
}

const icon = <svg className="icon" aria-hidden="true"><use href="/icons.svg#languages" /></svg>;

const change = (language) => {
  keep(KEY, language);
  choose(language);
};

/** The button to the one other language, in that language; or a list of all. */
export function LanguageSwitch({ label }) {
  const now = useLanguage();
  const others = Object.keys(LANGUAGES).filter((language) => language !== now);
  if (others.length > 1) return <LanguageList label={label} now={now} />;
  const [other] = others;
  return (
    <button type="button" className="button button-quiet" lang={other} onClick={() => change(other)}>
      {icon}
      {LANGUAGES[other].name}
    </button>
  );
}

const LanguageList = ({ label, now }) => (
  <label className="button button-quiet language-list">
    {icon}
    <select aria-label={label} value={now} onChange={({ target }) => change(target.value)}>
      {Object.entries(LANGUAGES).map(([language, { name, direction }]) => (
        <option key={language} value={language} lang={language} dir={direction}>{name}</option>
      ))}
    </select>
  </label>
);
