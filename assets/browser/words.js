/* The texts of a page, in the language of this browser: a page holds their keys, a server sends keys and values.

   Of the language that a page is built in they come with its code (plekberaad_app/ui/texts.py), of another they are
   fetched by who chose that. Until they are here, and where one lacks, the first language speaks. */
import { FIRST, LANGUAGES } from "$/texts/languages.js";
import { isolated } from "./isolated.js";

const AFTER_THE_PAGE = 3000;
const AGAIN_AFTER = 2000;

const texts = Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, {}]));
// Of each language: what brings more of its texts.
const sources = Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, new Set()]));
const listeners = new Set();
let language = FIRST;
let wanted = FIRST;

const shown = (value) => (typeof value === "string" ? isolated(value) : value);

const filled = (template, values) =>
  values ? template.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? shown(values[name]) : hole)) : template;

/** The text of a language under this key; where it counts `n`, the form that this number has there. */
function found(language, key, n) {
  const own = texts[language];
  if (key in own || n === undefined) return own[key];
  const none = n === 0 ? own[`${key}.none`] : undefined;
  return none ?? own[`${key}.${new Intl.PluralRules(language).select(n)}`] ?? own[`${key}.other`];
}

/** What puts keys, and what a server has a page say, into the words of a language. */
function speaker(language) {
  const template = (key, n) => found(language, key, n) ?? found(FIRST, key, n) ?? "";
  const say = (said, given) => {
    const [key, values] = typeof said === "string" ? [said, given] : [said?.key, said?.values];
    return key ? filled(template(key, values?.n), values) : "";
  };
  /** In the words of an activity, where it has its own under `own`. */
  say.own = (own, key, values) => say(template(own, values?.n) ? own : key, values);
  /** The same in pieces: a text, the name of a value, a text, and so on. */
  say.pieces = (key) => template(key).split(/\{(\w+)\}/);
  return say;
}

const sayFirst = speaker(FIRST);
let say = sayFirst;

function speak(chosen) {
  [language, say] = [chosen, speaker(chosen)];
  document.documentElement.lang = chosen;
  document.documentElement.dir = LANGUAGES[chosen].direction;
  listeners.forEach((listener) => listener());
}

/** Whether this came, or was here already. */
async function came(source, language) {
  try {
    Object.assign(texts[language], (await source()).default);
    sources[language].delete(source);
  } catch {
    return false;
  }
  return true;
}

/** Fetch what is not here yet of the language that is wanted, then speak it; try again what did not come. */
async function settle() {
  const asked = wanted;
  const all = await Promise.all([...sources[asked]].map((source) => came(source, asked)));
  if (asked !== wanted) return;
  if (!all.every(Boolean)) setTimeout(settle, AGAIN_AFTER);
  else if (sources[asked].size) settle();
  else speak(asked);
}

/** The texts of one part of a page: those of the first language, and what brings those of another. */
export function add(first, others) {
  Object.assign(texts[FIRST], first);
  // What stands on the page already may have waited for these.
  if (listeners.size && Object.keys(first).length) speak(language);
  Object.entries(others).forEach(([language, source]) => sources[language].add(source));
  if (sources[wanted].size) settle();
}

/** Texts that are seldom needed: all of them are fetched once the page stands. */
export function addLater(all) {
  if (typeof window !== "undefined") setTimeout(() => add({}, all), AFTER_THE_PAGE);
}

/** Speak this language from now on, or as soon as its texts are here. */
export function choose(chosen) {
  wanted = chosen;
  return settle();
}

export const onSpoken = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const languageNow = () => language;
/** What says texts now; another function when the language, or what is here of it, became another. */
export const sayNow = () => say;
/** What said the texts of the page as it was built. */
export const sayAsBuilt = () => sayFirst;
/** Settles when what is here of the language that is wanted is spoken. */
export const spoken = () => (sources[wanted].size ? settle() : Promise.resolve());
