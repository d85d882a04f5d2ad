/* Says that others write at this table; on a line that is always there, so that nothing moves. */
import { useEffect, useState } from "react";
import { counts, onCounted } from "./writing.js";

/** Whether the person with this phone is among those who are counted. */
function useIsCounted() {
  const [isCounted, setIsCounted] = useState(false);
  useEffect(() => {
    const look = () => setIsCounted(counts());
    look();
    return onCounted(look);
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
