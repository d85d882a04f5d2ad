/* The phone's outbox: an idea or question stays here from the touch on 'send' until the server says it is stored. */
import { keep, kept, keptKeys } from "./keeping.js";

const outboxKey = (code) => `plekberaad.outbox.${code}`;
const draftStart = (code) => `plekberaad.draft.${code}.`;

/** `act` is what sending it does: the name of one of the acts with which people write. */
export const draftKey = (code, { step, round, act }) => `${draftStart(code)}${step}.${round}.${act}`;

/** What waits, oldest first: {id, step, round, act, text, behalf, refused}. */
export const waiting = (code) => {
  try {
    return JSON.parse(kept(outboxKey(code)) || "[]");
  } catch {
    return [];
  }
};

const save = (code, items) => keep(outboxKey(code), items.length ? JSON.stringify(items) : "");

/** Let this wait to be sent; answers the id it got. */
export const put = (code, item) => {
  const id = newId();
  save(code, [...waiting(code), { ...item, id }]);
  return id;
};

/** Forget these ids; writes only when that changes something, because every write is heard. */
export const drop = (code, ids) => {
  const items = waiting(code);
  const rest = items.filter((item) => !ids.includes(item.id));
  if (rest.length < items.length) save(code, rest);
};

export const refuse = (code, id) =>
  save(code, waiting(code).map((item) => (item.id === id ? { ...item, refused: true } : item)));

/** What is to be sent now: the oldest alone, so that all is stored in the order it was written. */
export const oldest = (items) => items.find(({ refused }) => !refused);

/** Texts that were still in a box when the room went on: {key, step, round, act, text}. */
export const leftovers = (code, step, round) =>
  keptKeys(draftStart(code))
    .map((key) => ({ key, ...placeOf(key.slice(draftStart(code).length)), text: kept(key) }))
    .filter((draft) => draft.step !== step || draft.round !== round);

/** The step's id may have dots of its own. */
const placeOf = (name) => {
  const parts = name.split(".");
  const act = parts.pop();
  const round = Number(parts.pop());
  return { step: parts.join("."), round, act };
};

export const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
};

const segmenter = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("nl") : null;

/** Letters as people count them: an emoji or an accented letter is one. */
export const countLetters = (text) => [...(segmenter ? segmenter.segment(text) : text)].length;
