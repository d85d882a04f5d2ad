/* What a clock says beside its time. */

const MINUTE = 60_000;
const LAST = 10_000;

/** 'calm', 'soon', 'ending', 'over' or 'paused'. In a short phase 'soon' comes in its last quarter; where
 * nobody has anything to finish it does not come at all. */
export const moodOf = ({ left, length, isPaused, hurries }) => {
  if (isPaused) return "paused";
  if (left <= 0) return "over";
  if (!hurries) return "calm";
  if (left <= Math.min(LAST, length / 4)) return "ending";
  return left <= Math.min(MINUTE, length / 4) ? "soon" : "calm";
};

/** Whether what people have yet to do begins to press: in the last quarter of their time, and after it. */
export const isLate = ({ left, length }) => left <= length / 4;
