/* The time left. The server says once how much is left; from there this browser counts by itself. */
import { useEffect, useRef, useState } from "react";
import { announce } from "./announcer.jsx";
import { isLate, moodOf } from "./clock_moods.js";
import { gong, soundIsBlocked, unlockSound } from "./gong.js";

const MINUTE = 60_000;
const HAIR = 150; // the gong sounds this early, so that a phase that ends by itself does not cut it off

const written = (left) => {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

let heard = { sent: null, at: 0 };

/** When this page first heard of the clock that was sent as `sent`, on the scale of performance.now(). */
function heardAt(sent) {
  if (heard.sent !== sent) heard = { sent, at: performance.now() };
  return heard.at;
}

const leftOf = ({ remaining, sent, running }) =>
  running ? Math.max(0, remaining - (performance.now() - heardAt(sent))) : remaining;

/** Hears a clock for the whole page, so that a countdown that appears later knows how old it is. */
export function ClockListener({ sent }) {
  useEffect(() => void heardAt(sent), [sent]);
  return null;
}

/** Says what happens to the clock of a phase: another phase has another clock, and says so itself. */
export function ClockTeller({ remaining, length, paused, phase, words }) {
  const before = useRef(null);
  useEffect(() => {
    const was = before.current;
    before.current = { length, paused, phase };
    if (was?.phase !== phase) return;
    if (paused !== was.paused) announce(paused ? words.stopped : words.resumed);
    if (length > was.length) announce(words.longer.replace("{left}", written(remaining)));
  }, [remaining, length, paused, phase]);
  return null;
}

/** Counts from `remaining` at the moment `sent` was heard; tells every tick what was and what is left. */
export function useLeft(clock, onTick) {
  const { remaining, sent, running } = clock;
  const [left, setLeft] = useState(() => leftOf(clock));
  const tell = useRef(onTick);
  tell.current = onTick;
  useEffect(() => {
    let last = leftOf(clock);
    let timer;
    const tick = () => {
      const now = leftOf(clock);
      tell.current(last, now);
      last = now;
      setLeft(now);
      if (running && now > 0) timer = setTimeout(tick, now > 1100 ? (now % 1000) + 5 : Math.max(20, now - HAIR + 5));
    };
    tick();
    return () => clearTimeout(timer);
  }, [remaining, sent, running]);
  return left;
}

function Ring({ share }) {
  return (
    <svg className="clock-dial" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="45" />
      <circle cx="50" cy="50" r="45" pathLength="1" strokeDasharray={`${share} 1`} className="clock-hand" />
    </svg>
  );
}

function SoundButton({ label }) {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const look = () => setBlocked(soundIsBlocked());
    const unlock = () => unlockSound().then(look);
    look();
    window.addEventListener("pointerdown", unlock);
    return () => window.removeEventListener("pointerdown", unlock);
  }, []);
  if (!blocked) return null;
  return (
    <button type="button" className="button clock-sound" onClick={() => unlockSound()}>
      <svg className="icon" aria-hidden="true"><use href="/icons.svg#volume-2" /></svg>
      {label}
    </button>
  );
}

export function Countdown({ remaining, length, running, paused, sent, hurries, variant, sound, words }) {
  const left = useLeft({ remaining, sent, running }, (before, now) => {
    const passed = (mark) => before > mark && now <= mark;
    if (passed(HAIR) && sound) gong();
    if (passed(0)) announce(words.over);
    else if (!hurries) return;
    else if (passed(10_000)) announce(words.ten);
    else if (passed(MINUTE)) announce(words.minute);
    else if (passed(length / 2)) announce(words.half);
  });
  if (!length) return null;
  const mood = moodOf({ left, length, isPaused: paused, hurries });
  const share = Math.min(1, left / length);
  return (
    <div className={`clock clock-${variant}`} data-mood={mood} data-late={isLate({ left, length }) || undefined} data-long={written(left).length > 4 || undefined}>
      {variant === "ring" && <Ring share={share} />}
      <div className="clock-face">
        <span role="timer" aria-label={words.left} className="clock-time figures">{written(left)}</span>
        <span className="clock-word">{words[mood]}</span>
      </div>
      {variant === "bar" && <div className="clock-bar" aria-hidden="true"><i style={{ transform: `scaleX(${share})` }} /></div>}
      {sound && <SoundButton label={words.sound} />}
    </div>
  );
}
