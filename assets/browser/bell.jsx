/* A soft bell for who wandered off: it rings early enough to come back, and whenever somebody rings it. */
import { useEffect, useRef, useState } from "react";
import { announce } from "./announcer.jsx";
import { useLeft } from "./countdown.jsx";
import { sound } from "./gong.js";

// Two strokes, the second lower, as of a doorbell far away.
const STROKES = [[0, 659.3, 0.16, 2.2], [0, 1820, 0.03, 1.1], [0.7, 523.3, 0.16, 2.2], [0.7, 1444, 0.03, 1.1]];
const MINUTE = 60_000;
const HEARD_FOR = MINUTE; // how long the projector says that somebody rang

/** What the bell means now; '' while it is silent. */
const meaning = ({ left, early, running, isRung, words }) => {
  if (running && left > MINUTE && left <= early) return words.minutes;
  if (running && left > 0 && left <= Math.min(early, MINUTE)) return words.minute;
  return isRung ? words.soon : "";
};

/** Whether somebody rang a moment ago; what was rung before this page came is not heard. */
function useRung(rung, onRing) {
  const [isRung, setRung] = useState(false);
  const before = useRef(rung);
  useEffect(() => {
    if (rung <= before.current) return undefined;
    before.current = rung;
    onRing();
    setRung(true);
    const timer = setTimeout(() => setRung(false), HEARD_FOR);
    return () => clearTimeout(timer);
  }, [rung]);
  return isRung;
}

export function Bell({ remaining, running, sent, early, rung, audible, words }) {
  const ring = () => audible && sound(STROKES);
  const left = useLeft({ remaining, running, sent }, (before, now) => {
    if (early && before > early && now <= early) ring();
  });
  const isRung = useRung(rung, ring);
  const said = meaning({ left, early, running, isRung, words });
  useEffect(() => announce(said), [said]);
  return said && (
    <p className="intermission-bell">
      <svg className="icon" aria-hidden="true"><use href="/icons.svg#bell" /></svg>
      {said}
    </p>
  );
}
