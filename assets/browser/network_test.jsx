/* Tries in the room itself, before the evening, what the evening asks of its network and screens. */
import { useEffect, useState } from "react";
import { announce } from "./announcer.jsx";
import { gong, unlockSound } from "./gong.js";

const SECONDS = 60;
const SLOW = 500;
const LOOKS = 5;

/** The middle one of a few looks at the server, in milliseconds; nothing when one fails. */
async function delay() {
  const took = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const began = performance.now();
    const { ok } = await fetch("/gezond", { cache: "no-store" }).catch(() => ({ ok: false }));
    if (!ok) return undefined;
    took.push(performance.now() - began);
  }
  return Math.round(took.sort((one, other) => one - other)[Math.floor(LOOKS / 2)]);
}

const staysAwake = () =>
  navigator.wakeLock
    ? navigator.wakeLock.request("screen").then(
        (lock) => lock.release().then(() => true),
        () => false,
      )
    : Promise.resolve(false);

/** Watches the socket of this page, the same that a phone has, for a minute. */
function useSocket(isRunning) {
  const [left, setLeft] = useState(SECONDS);
  const [found, setFound] = useState("");
  useEffect(() => {
    if (!isRunning || found) return undefined;
    const lost = ({ detail }) => detail !== 0 && setFound("dropped");
    window.addEventListener("plekberaad:socket", lost);
    const timer = setTimeout(() => {
      if (left > 1) setLeft(left - 1);
      else setFound("ok");
      if (left <= SECONDS - 10 && !window.plekberaadHasSocket) setFound("blocked");
    }, 1000);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("plekberaad:socket", lost);
    };
  }, [isRunning, left, found]);
  return [found, left];
}

function Found({ title, sentence, isGood, isBad }) {
  const isKnown = Boolean(isGood || isBad);
  useEffect(() => void (isKnown && announce(`${title} ${sentence}`)), [isKnown, title, sentence]);
  const sign = isGood ? "check" : isBad ? "info" : "hourglass";
  return (
    <li className="card icon-line">
      <svg className="icon" aria-hidden="true"><use href={`/icons.svg#${sign}`} /></svg>
      <span><b>{title}</b> <span>{sentence}</span></span>
    </li>
  );
}

export function NetworkTest({ words }) {
  const [isRunning, setRunning] = useState(false);
  const [took, setTook] = useState();
  const [awake, setAwake] = useState();
  const [heard, setHeard] = useState();
  const [socket, left] = useSocket(isRunning);
  const start = () => {
    setRunning(true);
    unlockSound().then(gong);
    delay().then((found) => setTook(found ?? Infinity));
    staysAwake().then(setAwake);
  };
  if (!isRunning) return <button type="button" className="button button-main wide" onClick={start}>{words.start}</button>;
  const isQuick = took <= SLOW;
  const delayed = took === Infinity ? words.unreached : (isQuick ? words.quick : words.slow).replace("{n}", took);
  return (
    <div className="stack">
      <ol className="stack-tight">
        <Found
          title={words.socket} isGood={socket === "ok"} isBad={socket && socket !== "ok"}
          sentence={socket ? words[socket] : words.watching.replace("{n}", left)}
        />
        <Found
          title={words.delay} isGood={isQuick} isBad={took > SLOW} sentence={took === undefined ? words.trying : delayed}
        />
        <Found
          title={words.awake} isGood={awake} isBad={awake === false}
          sentence={awake === undefined ? words.trying : awake ? words.stays : words.sleeps}
        />
        <Found
          title={words.sound} isGood={heard} isBad={heard === false}
          sentence={heard === undefined ? words.ask : heard ? words.heard : words.silent}
        />
      </ol>
      {heard === undefined && (
        <div className="row">
          <button type="button" className="button" onClick={() => setHeard(true)}>{words.yes}</button>
          <button type="button" className="button" onClick={() => setHeard(false)}>{words.no}</button>
          <button type="button" className="button button-quiet" onClick={() => gong()}>{words.again}</button>
        </div>
      )}
    </div>
  );
}
