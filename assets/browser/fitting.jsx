/* A place whose letters become smaller until all of it fits: nothing is cut off. */
import { useEffect, useRef } from "react";

const STEPS = 6;

const overflows = (place) =>
  place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1;

/** Sets `--fit`, by which the stylesheet multiplies its letters, to the largest that fits; says whether one does. */
function shrink(place, least) {
  let [fits, tooLarge] = [least, 1];
  const isFitting = (scale) => {
    place.style.setProperty("--fit", scale);
    return !overflows(place);
  };
  if (isFitting(1)) return true;
  if (!isFitting(least)) return false;
  for (let step = 0; step < STEPS; step += 1) {
    const between = (fits + tooLarge) / 2;
    if (isFitting(between)) fits = between;
    else tooLarge = between;
  }
  place.style.setProperty("--fit", fits);
  return true;
}

/** A word breaks only where no size of letters can save it. */
function fit(place, least) {
  for (const isUnbroken of [true, false]) {
    place.toggleAttribute("data-unbroken", isUnbroken);
    if (shrink(place, least)) return;
  }
}

export function Fitting({ least, className, children }) {
  const place = useRef(null);
  useEffect(() => {
    const again = () => place.current && fit(place.current, least);
    const change = new MutationObserver(again);
    const size = new ResizeObserver(again);
    change.observe(place.current, { childList: true, subtree: true, characterData: true });
    size.observe(place.current);
    document.fonts?.ready.then(again);
    return () => {
      change.disconnect();
      size.disconnect();
    };
  }, [least]);
  return <div ref={place} className={`fitting ${className ?? ""}`}>{children}</div>;
}
