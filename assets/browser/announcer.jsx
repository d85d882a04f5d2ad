/* The one polite region of a page: there from the first moment, and empty. What is worth hearing comes in here. */
import { useEffect, useRef, useState } from "react";

const LINGERS = 8000;
const TWICE = 500; // two clocks of one page say the same at the same moment
const BUZZ = [60, 60, 60];

const listeners = new Set();
let last = { id: 0, text: "", at: -TWICE };

/** Say this to who listens to the page. */
export const announce = (text) => {
  const at = performance.now();
  if (!text || (text === last.text && at - last.at < TWICE)) return;
  last = { id: last.id + 1, text, at };
  listeners.forEach((listener) => listener(last));
};

export function Announcer() {
  const [said, setSaid] = useState([]);
  useEffect(() => {
    const timers = new Set();
    const say = (one) => {
      setSaid((now) => [...now, one]);
      timers.add(setTimeout(() => setSaid((now) => now.filter(({ id }) => id !== one.id)), LINGERS));
    };
    listeners.add(say);
    return () => {
      listeners.delete(say);
      timers.forEach(clearTimeout);
    };
  }, []);
  return (
    <div className="unseen announcer" role="status" aria-atomic="false">
      {said.map(({ id, text }) => <p key={id}>{text}</p>)}
    </div>
  );
}

const isTyping = () => Boolean(document.activeElement?.value);

/** Announces each of `items` when its key comes; one that `asks` something also makes the phone vibrate, and one
    that `leads` stands at the top of the page, which comes into sight unless somebody is typing.
    What is there when the page comes to know its room is read with the page. */
export function Teller({ items, isKnown }) {
  const before = useRef(null);
  useEffect(() => {
    if (!isKnown) return;
    const fresh = before.current ? items.filter(({ key }) => key && !before.current.has(key)) : [];
    before.current = new Set(items.map(({ key }) => key));
    fresh.forEach(({ text }) => announce(text));
    if (fresh.some(({ asks }) => asks)) navigator.vibrate?.(BUZZ);
    if (fresh.some(({ leads }) => leads) && !isTyping()) window.scrollTo(0, 0);
  });
  return null;
}
