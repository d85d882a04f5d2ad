/* Panels of one plain form, shown one at a time: a tap on an answer keeps it and goes to the next.

   Each question is a step of this tab's history, so that the browser's own *back* goes one question
   back. What was answered stays in this tab until it is sent: a page that comes anew has it still. */
import { Children, useEffect, useLayoutEffect, useRef, useState } from "react";
import { keepInTab, keptInTab } from "./keeping.js";

const KEY = "plekberaad.asked";

const reason = () => new URLSearchParams(window.location.search).get("fout");
const here = () => window.history.state?.asked ?? 0;

/** A step of the page's own: the router's state goes along, and it is not asked to draw a page. */
const goTo = (shown) => {
  const { history } = window;
  history.pushState({ ...history.state, idx: (history.state?.idx ?? 0) + 1, asked: shown }, "");
};

const remember = (form, names) => {
  const said = names.map((name) => [name, form.elements.namedItem(name)?.value ?? ""]);
  keepInTab(KEY, JSON.stringify([window.location.pathname, Object.fromEntries(said)]));
};

const remembered = () => {
  try {
    const [path, said] = JSON.parse(keptInTab(KEY));
    return path === window.location.pathname ? said : {};
  } catch {
    return {};
  }
};

export function OneAtATime({ children, begins, keeps }) {
  const place = useRef(null);
  const panels = Children.toArray(children);
  const [shown, setShown] = useState(0);
  const [moved, setMoved] = useState(false);
  useLayoutEffect(() => {
    const code = reason();
    const { form } = place.current.querySelector("button");
    for (const [name, value] of code ? [] : Object.entries(remembered()))
      form.elements.namedItem(name).value ||= value;
    // What was sent came back with a reason: all was asked, and only one panel can mend it.
    setShown(code ? (begins[code] ?? begins.other) : here());
    const back = (event) => {
      // Before the router hears of it: it is the same page.
      event.stopImmediatePropagation();
      setMoved(true);
      setShown(here());
    };
    window.addEventListener("popstate", back, { capture: true });
    return () => window.removeEventListener("popstate", back, { capture: true });
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
      remember(button.form, keeps);
      goTo(shown + 1);
      go(shown + 1);
    } else if (button?.dataset.back) {
      if (here() === shown) window.history.back();
      else go(shown - 1);
    } else if (button?.type === "submit") keepInTab(KEY, "");
  };
  const type = (event) => keeps.includes(event.target.name) && remember(event.target.form, keeps);
  return (
    <div ref={place} onClick={press} onInput={type}>
      {panels.map((panel, number) => (
        <div key={number} hidden={number !== shown}>{panel}</div>
      ))}
    </div>
  );
}
