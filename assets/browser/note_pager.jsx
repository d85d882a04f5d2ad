/* The wall: notes in columns, page by page. A note that hangs keeps its place when others come. */
import { useEffect, useRef, useState } from "react";
import { hang, pagesOf, ROWS, shapesOf, turnOf } from "./pages.js";

const FRAMED = 6000;
const WIDTHS = [1, 2, 4];

/** The measures of a wall at this density: a note's width by columns, and what a fine row takes. */
function gridOf(wall, { columns, rows, letters }) {
  const gap = parseFloat(getComputedStyle(wall).columnGap) || 16;
  const column = (wall.clientWidth - gap * (columns - 1)) / columns;
  return {
    columns,
    gap,
    least: Math.floor(ROWS / rows),
    unit: (wall.clientHeight + gap) / ROWS,
    widths: WIDTHS.filter((wide) => wide <= columns),
    widthOf: (wide) => wide * (column + gap) - gap,
    key: [columns, rows, letters, wall.clientWidth, wall.clientHeight].join(),
  };
}

const isBroken = (note) => [...note.querySelectorAll("p")].some((text) => text.scrollWidth > text.clientWidth + 1);

/** How high each note is at each width, and whether a word breaks there; all at once, since every look costs a layout. */
function measure(wall, notes, grid) {
  const sizes = new Map(notes.map((note) => [note, []]));
  for (const columns of grid.widths) {
    for (const note of notes) Object.assign(note.style, { inlineSize: `${grid.widthOf(columns)}px`, blockSize: "auto" });
    for (const note of notes) sizes.get(note).push({ columns, height: note.offsetHeight });
    wall.toggleAttribute("data-unbroken", true);
    for (const note of notes) sizes.get(note).at(-1).isBroken = isBroken(note);
    wall.toggleAttribute("data-unbroken", false);
  }
  return sizes;
}

/** The shapes of all notes; what was measured before and did not change is not measured again. */
function shaped(wall, notes, grid, known) {
  const keyOf = (note) => [grid.key, note.className, note.textContent].join("\n");
  const fresh = notes.filter((note) => known.get(note)?.key !== keyOf(note));
  for (const [note, sizes] of measure(wall, fresh, grid)) known.set(note, { key: keyOf(note), shapes: shapesOf(sizes, grid) });
  return notes.map((note) => ({ id: note.dataset.note, note, shapes: known.get(note).shapes }));
}

function draw({ note }, { page, row, column, columns, rows }, grid) {
  Object.assign(note.style, {
    inlineSize: `${grid.widthOf(columns)}px`,
    blockSize: `${rows * grid.unit - grid.gap}px`,
    insetInlineStart: `${column * (grid.widthOf(1) + grid.gap)}px`,
    insetBlockStart: `${row * grid.unit}px`,
  });
  return { note, id: note.dataset.note, page };
}

/** Lays the notes at the first density at which all hang on one page, or else at the last. */
function lay(wall, densities, memory) {
  const notes = [...wall.querySelectorAll("[data-note]")];
  for (let level = memory.level; level < densities.length; level += 1) {
    const { columns, rows, letters } = densities[level];
    const isLast = level === densities.length - 1;
    if (!isLast && notes.length > columns * rows) continue;
    wall.style.setProperty("--letters", letters);
    const grid = gridOf(wall, densities[level]);
    const found = shaped(wall, notes, grid, memory.known);
    const places = hang(found, columns, grid.key === memory.key ? memory.places : undefined);
    if (!isLast && pagesOf(places) > 1) continue;
    Object.assign(memory, { level, key: grid.key, places });
    return found.map((each) => draw(each, places.get(each.id), grid));
  }
  return [];
}

const show = (laid, page) =>
  laid.forEach(({ note, page: own }) => note.toggleAttribute("data-turned", own !== page));

const blank = () => ({ level: 0, key: "", places: new Map(), known: new WeakMap() });

let left = { name: null };

/** A wall that comes back, after something else or a lost connection, goes on as it was; not if its densities differ. */
function resumed(name) {
  if (left.name !== name) left = { name, page: 0, memory: blank() };
  return left;
}

/** Watches the wall and lays it anew when a note comes, goes or changes, or the screen does. */
function useLaid(wall, densities, kept) {
  const [laid, setLaid] = useState([]);
  useEffect(() => {
    const again = () => wall.current && setLaid(lay(wall.current, densities, kept.memory));
    const anew = () => {
      kept.memory = blank();
      again();
    };
    const change = new MutationObserver(again);
    const size = new ResizeObserver(again);
    change.observe(wall.current, { childList: true, subtree: true, characterData: true, attributeFilter: ["data-note", "class"] });
    size.observe(wall.current);
    if (document.fonts?.status === "loading") document.fonts.ready.then(anew); // its letters are others until then
    return () => {
      change.disconnect();
      size.disconnect();
    };
  }, [wall, JSON.stringify(densities)]);
  return laid;
}

/** Frames what was not there before; the wall as first seen holds nothing new. */
function useFrames(laid) {
  const seen = useRef(null);
  useEffect(() => {
    const fresh = seen.current ? laid.filter(({ id }) => !seen.current.has(id)) : [];
    if (laid.length || seen.current) seen.current = new Set(laid.map(({ id }) => id));
    for (const { note } of fresh) {
      note.setAttribute("data-new", "");
      setTimeout(() => note.removeAttribute("data-new"), FRAMED);
    }
  }, [laid]);
}

/** The page that is shown; it turns in time, whatever comes in meanwhile. */
function usePage(pages, kept) {
  const [page, setPage] = useState(kept.page);
  useEffect(() => void (kept.page = page), [page]);
  const since = useRef(0);
  useEffect(() => void (since.current = performance.now()), [page]);
  useEffect(() => {
    const left = turnOf(pages) - (performance.now() - since.current);
    const timer = setTimeout(() => setPage((now) => (now + 1) % pages), Math.max(left, 0));
    return () => clearTimeout(timer);
  }, [page, pages]);
  return [Math.min(page, pages - 1), setPage];
}

function useArrowKeys(pages, setPage) {
  useEffect(() => {
    const step = { ArrowRight: 1, ArrowLeft: pages - 1 };
    const turn = ({ key }) => step[key] && setPage((now) => (now + step[key]) % pages);
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  }, [pages, setPage]);
}

export function NotePager({ name, densities, words, children }) {
  const wall = useRef(null);
  const [kept] = useState(() => resumed(`${name} ${JSON.stringify(densities)}`));
  const laid = useLaid(wall, densities, kept);
  const pages = 1 + Math.max(0, ...laid.map(({ page }) => page));
  const [page, setPage] = usePage(pages, kept);
  useFrames(laid);
  useArrowKeys(pages, setPage);
  useEffect(() => show(laid, page), [laid, page]);
  return (
    <div className="pager">
      <div className="pager-wall" ref={wall}>{children}</div>
      <p className="pager-dots" hidden={pages < 2}>
        <span className="unseen">{words.page.replace("{page}", page + 1).replace("{pages}", pages)}</span>
        {Array.from({ length: pages }, (_, index) => (
          <i key={index} aria-hidden="true" data-here={index === page || undefined} />
        ))}
      </p>
    </div>
  );
}
