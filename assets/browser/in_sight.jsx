/* What a page answers comes in sight, wherever on the page it stands. */
import { useEffect, useRef } from "react";

/** Scrolls no further than it has to, and only for an answer: `told` counts them. */
export function InSight({ told, children }) {
  const place = useRef(null);
  useEffect(() => {
    if (told > 0 && place.current.firstChild) place.current.scrollIntoView({ block: "nearest" });
  }, [told]);
  return <div ref={place} role="status" className="in-sight">{children}</div>;
}
