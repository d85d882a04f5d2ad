/* The outbox that sends ideas and questions until they are stored. */
import { useContext, useEffect, useRef, useState } from "react";
import { EventLoopContext } from "$/utils/context";
import { expectCard } from "./focus_keeper.jsx";
import { keep, kept, onKept } from "./keeping.js";
import { draftKey, drop, leftovers, oldest, put, refuse, waiting } from "./outbox.js";

const PATIENCE = 4000;
const LONGEST_PATIENCE = 15_000;

const Icon = ({ name }) => (
  <svg className="icon" aria-hidden="true"><use href={`/icons.svg#${name}`} /></svg>
);

/** What waits, drawn anew whenever the outbox changes. */
function useWaiting(code) {
  const [items, setItems] = useState([]);
  useEffect(() => {
    const read = () => setItems(waiting(code));
    read();
    return onKept(read);
  }, [code]);
  return items;
}

/** Offers the oldest that waits, again every few seconds, and again when the connection is back. */
function useSending(items, onSend) {
  const isAway = useContext(EventLoopContext)[1].length > 0;
  const tried = useRef({});
  const now = useRef(null);
  now.current = () => {
    const item = oldest(items);
    if (!item || isAway || !navigator.onLine) return (tried.current = {});
    const { at = -Infinity, times = 0 } = tried.current.id === item.id ? tried.current : {};
    if (performance.now() - at < Math.min(PATIENCE + 2000 * (times - 1), LONGEST_PATIENCE)) return;
    tried.current = { id: item.id, at: performance.now(), times: times + 1 };
    onSend(item.step, item.round, item.act, item.id, item.text, item.behalf);
  };
  useEffect(() => void now.current(), [items, isAway]);
  useEffect(() => {
    const again = () => now.current();
    const timer = setInterval(again, 1000);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, []);
}

/** Puts a refused text back in its box when that is empty; else it stays below, marked. */
function takeBack(code, item) {
  const key = draftKey(code, item);
  if (kept(key)) return refuse(code, item.id);
  keep(key, item.text);
  drop(code, [item.id]);
}

export function IdeaOutbox({ code, step, round, stored, refusal, words, onSend }) {
  const items = useWaiting(code);
  useSending(items, onSend);
  useEffect(() => drop(code, stored), [code, stored, items]);
  useEffect(() => {
    const item = waiting(code).find(({ id, refused }) => id === refusal && !refused);
    if (item) takeBack(code, item);
  }, [code, refusal]);
  return (
    <div className="stack-tight">
      {items.map((item) => <Waiting key={item.id} code={code} item={item} words={words} />)}
      <Leftovers code={code} step={step} round={round} words={words} />
    </div>
  );
}

function Waiting({ code, item, words }) {
  const putBack = () => {
    const key = draftKey(code, item);
    drop(code, [item.id]);
    keep(key, [kept(key), item.text].filter(Boolean).join("\n"));
  };
  return (
    <article className="own-note" data-card={item.id}>
      <p lang="">{item.text}</p>
      {item.refused ? (
        <button type="button" className="button" onClick={putBack}>{words.putBack}</button>
      ) : (
        <p className="sending small"><Icon name="hourglass" />{words.sending}</p>
      )}
    </article>
  );
}

/** Text from an earlier round that was never sent: it may still be sent, or thrown away. */
function Leftovers({ code, step, round, words }) {
  const [found, setFound] = useState([]);
  useEffect(() => {
    const read = () => setFound(leftovers(code, step, round));
    read();
    return onKept(read);
  }, [code, step, round]);
  const send = ({ key, ...draft }) => {
    expectCard(put(code, { ...draft, text: draft.text.trim(), behalf: "" }));
    keep(key, "");
  };
  return found.map((draft) => (
    <article className="own-note" key={draft.key} data-card={draft.key}>
      <p className="small muted">{words.leftover}</p>
      <p lang="">{draft.text}</p>
      <div className="row">
        <button type="button" className="button" onClick={() => send(draft)}><Icon name="send" />{words.sendNow}</button>
        <button type="button" className="button button-quiet" onClick={() => keep(draft.key, "")}>{words.throwAway}</button>
      </div>
    </article>
  ));
}
