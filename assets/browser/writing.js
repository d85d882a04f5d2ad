/* Tells the server that somebody writes in a box of theirs: never what, nor how much. It may get lost:
   a server that hears nothing more forgets it by itself (live/writers.py). */

const EVERY = 4000;
const IDLE = 5000;
// A little longer than a server counts somebody who stopped.
const LINGERS = 5000;

let told = null;
let idle, resting, lingering;

/** Whether the server counts the person with this phone among those who write: writers.jsx listens. */
const count = (counted) => {
  window.plekberaadCounts = counted;
  window.dispatchEvent(new Event("plekberaad:counts"));
};

const signal = (place, isWriting) => window.plekberaadSignal?.("writing", ...place, isWriting);

/** The box is empty, sent, left or closed. */
export const stopped = () => {
  clearTimeout(idle);
  if (!told) return;
  signal(told, false);
  told = null;
  lingering = setTimeout(() => count(false), LINGERS);
};

/** Somebody typed in the box of this step and act. */
export const typed = (step, act) => {
  clearTimeout(idle);
  idle = setTimeout(stopped, IDLE);
  if (resting) return;
  resting = setTimeout(() => (resting = null), EVERY);
  clearTimeout(lingering);
  told = [step, act];
  signal(told, true);
  count(true);
};

/** The connection came or went: there the server knows of nobody. */
export const forget = () => {
  [idle, resting, lingering].forEach(clearTimeout);
  told = resting = null;
  count(false);
};
