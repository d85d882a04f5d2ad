/* Which language this browser speaks: kept here, told to nobody, no round trip. */
import { useSyncExternalStore } from "react";
import { keep, kept } from "./keeping.js";

const KEY = "plekberaad.language";
const LANGUAGES = ["nl", "en"];
const listeners = new Set();

// What facilitators use speaks Dutch alone; all else begins in English where the browser speaks that.
const DUTCH_ALONE = /^\/(begeleid|scherm|voorbereiden|verslag|inloggen|begin|overnemen|mijn-login|meekijken)(\/|$)/;

const ofBrowser = () => (navigator.language.toLowerCase().startsWith("en") ? "en" : "nl");
const read = () => {
  if (DUTCH_ALONE.test(window.location.pathname)) return "nl";
  return LANGUAGES.includes(kept(KEY)) ? kept(KEY) : ofBrowser();
};
let language = typeof window === "undefined" ? "nl" : read();

const subscribe = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const show = () => {
  document.documentElement.lang = language;
};

/** The language now; the page draws itself anew when it changes. */
export const useLanguage = () =>
  useSyncExternalStore(subscribe, () => language, () => "nl");

/** The button that changes to the other language; it is written in that language. */
export function LanguageSwitch({ labels }) {
  const other = useLanguage() === "nl" ? "en" : "nl";
  const change = () => {
    language = other;
    keep(KEY, other);
    show();
    listeners.forEach((listener) => listener());
  };
  return (
    <button type="button" className="button button-quiet" lang={other} onClick={change}>
      <svg className="icon" aria-hidden="true"><use href="/icons.svg#languages" /></svg>
      {labels[other]}
    </button>
  );
}

if (typeof window !== "undefined" && language !== "nl") show();
