/* Panels of one plain form, shown one at a time: a tap on an answer keeps it and goes to the next. */
import { Children, useEffect, useRef, useState } from "react";

export function OneAtATime({ children }) {
  const place = useRef(null);
  const panels = Children.toArray(children);
  const [shown, setShown] = useState(0);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    // What was sent came back with a reason: all was asked, and only the last panel can mend it.
    if (new URLSearchParams(window.location.search).has("fout")) setShown(panels.length - 1);
  }, []);
  useEffect(() => {
    if (moved) place.current.children[shown].querySelector("h1").focus();
  }, [shown, moved]);
  const go = (to) => {
    setMoved(true);
    setShown(to);
  };
  const press = (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.asks) {
      button.form.elements.namedItem(button.dataset.asks).value = button.value;
      go(shown + 1);
    } else if (button?.dataset.back) go(shown - 1);
  };
  return (
    <div ref={place} onClick={press}>
      {panels.map((panel, number) => (
        <div key={number} hidden={number !== shown}>{panel}</div>
      ))}
    </div>
  );
}
