/* Panels whose code comes apart from the page: fetched before their step, and drawn at once when it begins. */
import { createElement, useEffect, useReducer } from "react";
import { spoken } from "./words.js";

const AFTER_THE_PAGE = 1000;
const AGAIN_AFTER = 1000;
// So often a panel does not come before the page is loaded anew, or a button for that is there.
const FAILURES = 2;
const HEALTH = "/gezond";
// A page as young as this came from the server as it is now, or as it was just before (platform/http/kept_pages.py).
const YOUNG = 15_000;

const here = new Map();
const coming = new Map();

// The bundler asks once for the sheet of a panel: one that did not come is asked for again by its link.
const MISSED = 'link[rel="stylesheet"][crossorigin]';

function missed(load) {
  coming.delete(load);
  for (const link of document.querySelectorAll(MISSED)) if (!link.sheet) link.replaceWith(link.cloneNode());
}

/** Settles once the panel is here, in the language of the page, or did not come: then the next one who asks tries again. */
function fetched(load) {
  if (!coming.has(load)) {
    const drawnBy = (file) => here.set(load, Object.values(file)[0]);
    coming.set(load, whole(load).then(drawnBy, () => missed(load)));
  }
  return coming.get(load);
}

async function whole(load) {
  const panel = await load();
  await spoken();
  return panel;
}

/* A browser may remember that a file did not come, and a server of a later version has other files:
   then the page itself has to come anew. What people typed outlives that. */
async function loadAnewWhereServed() {
  if (performance.now() < YOUNG) return;
  const isServed = await fetch(HEALTH, { cache: "no-store" }).then(({ ok }) => ok, () => false);
  if (isServed) window.location.reload();
}

/** The panel, or nothing yet, and how often it did not come. */
function usePanel(load) {
  const [failures, failed] = useReducer((count) => count + 1, 0);
  const [, came] = useReducer((count) => count + 1, 0);
  useEffect(() => {
    if (here.has(load)) return;
    let timer, isGone;
    fetched(load).then(() => {
      if (isGone) return;
      if (here.has(load)) came();
      else timer = setTimeout(failed, AGAIN_AFTER);
    });
    if (failures >= FAILURES) loadAnewWhereServed();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [load, failures]);
  return [here.get(load), failures];
}

function Panel({ load, words }) {
  const [panel, failures] = usePanel(load);
  if (panel) return createElement(panel);
  return (
    <div className="stack late-panel">
      <p className="lead muted">{words.waiting}</p>
      {failures >= FAILURES && (
        <button type="button" className="button" onClick={() => window.location.reload()}>{words.again}</button>
      )}
    </div>
  );
}

export const LatePanel = ({ kind, panels, words }) =>
  panels[kind] ? <Panel key={kind} load={panels[kind]} words={words} /> : null;

export function PanelsAhead({ kinds, panels }) {
  useEffect(() => {
    const fetchAll = async () => {
      for (const kind of kinds) if (panels[kind]) await fetched(panels[kind]);
    };
    const timer = setTimeout(fetchAll, AFTER_THE_PAGE);
    window.addEventListener("plekberaad:socket", fetchAll);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("plekberaad:socket", fetchAll);
    };
  }, [kinds.join(), panels]);
  return null;
}
