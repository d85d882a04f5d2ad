/* Says that others write at this table; on a line that is always there, so that nothing moves. */
import { useEffect, useState } from "react";

/** Whether the person with this phone is among those who are counted. */
function useIsCounted() {
  const [isCounted, setIsCounted] = useState(false);
  useEffect(() => {
    const look = () => setIsCounted(window.plekberaadCounts === true);
    look();
    window.addEventListener("plekberaad:counts", look);
    return () => window.removeEventListener("plekberaad:counts", look);
  }, []);
  return isCounted;
}

export function Writers({ count, words }) {
  const others = count - useIsCounted();
  return (
    <p className="writers">
      {others > 0 && (
        <span>
          <svg className="icon" aria-hidden="true"><use href="/icons.svg#pencil" /></svg>
          {others > 1 ? words.people : words.somebody}
        </span>
      )}
    </p>
  );
}
