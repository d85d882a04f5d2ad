/* The wall: notes in columns, page by page. A note keeps its place as long as those before it do. */
import { useEffect, useRef, useState } from "react";

const TURN = 12_000;
const FRAMED = 6000;

const gapOf = (wall) => parseFloat(getComputedStyle(wall).columnGap) || 16;

/** Places every note in the shortest column that still has room; answers the page of each note. */
function lay(wall, { columns, most }) {
  const gap = gapOf(wall);
  const width = (wall.clientWidth - gap * (columns - 1)) / columns;
  const heights = Array(columns).fill(0);
  let page = 0;
  let onPage = 0;
  const turn = () => {
    heights.fill(0);
    page += 1;
    onPage = 0;
  };
  return [...wall.querySelectorAll("[data-note]")].map((note) => {
    const isWide = measure(note, width) > wall.clientHeight;
    const height = isWide ? measure(note, wall.clientWidth) : note.offsetHeight;
    const topOf = () => (isWide ? Math.max(...heights) : Math.min(...heights));
    if (onPage && (onPage >= most || topOf() + height > wall.clientHeight)) turn();
    const top = topOf();
    const column = isWide ? 0 : heights.indexOf(top);
    place(note, column * (width + gap), top);
    if (isWide) heights.fill(top + height + gap);
    else heights[column] = top + height + gap;
    onPage += 1;
    return { note, id: note.dataset.note, page };
  });
}

function measure(note, width) {
  note.style.inlineSize = `${width}px`;
  return note.offsetHeight;
}

function place(note, left, top) {
  note.style.insetInlineStart = `${left}px`;
  note.style.insetBlockStart = `${top}px`;
}

const show = (laid, page) =>
  laid.forEach(({ note, page: own }) => note.toggleAttribute("data-turned", own !== page));

/** Watches the wall and lays it anew when a note comes, goes or changes, or the screen does. */
function useLaid(wall, shape) {
  const [laid, setLaid] = useState([]);
  useEffect(() => {
    const again = () => setLaid(lay(wall.current, shape));
    const change = new MutationObserver(again);
    const size = new ResizeObserver(again);
    change.observe(wall.current, { childList: true, subtree: true, characterData: true, attributeFilter: ["data-note", "class"] });
    size.observe(wall.current);
    document.fonts?.ready.then(again);
    return () => {
      change.disconnect();
      size.disconnect();
    };
  }, [wall, shape.columns, shape.most]);
  return laid;
}

/** The newest note that was not there before; the wall as first seen holds nothing new. */
function useNewest(laid) {
  const seen = useRef(null);
  const [newest, setNewest] = useState(null);
  useEffect(() => {
    const fresh = seen.current && laid.findLast(({ id }) => !seen.current.has(id));
    if (laid.length || seen.current) seen.current = new Set(laid.map(({ id }) => id));
    if (fresh) setNewest({ id: fresh.id });
  }, [laid]);
  return newest;
}

function useFrame(wall, newest) {
  useEffect(() => {
    if (!newest) return undefined;
    const note = wall.current.querySelector(`[data-note="${CSS.escape(newest.id)}"]`);
    note?.setAttribute("data-new", "");
    const timer = setTimeout(() => note?.removeAttribute("data-new"), FRAMED);
    return () => {
      clearTimeout(timer);
      note?.removeAttribute("data-new");
    };
  }, [wall, newest]);
}

function usePage(laid, newest) {
  const [page, setPage] = useState(0);
  const pages = laid.length ? laid.at(-1).page + 1 : 1;
  const atNewest = laid.find(({ id }) => id === newest?.id)?.page;
  useEffect(() => {
    if (atNewest !== undefined) setPage(atNewest);
  }, [newest, atNewest]);
  useEffect(() => {
    const timer = setTimeout(() => setPage((now) => (now + 1) % pages), TURN);
    return () => clearTimeout(timer);
  }, [page, pages, newest]);
  return [Math.min(page, pages - 1), pages, setPage];
}

export function NotePager({ columns, most, words, children }) {
  const wall = useRef(null);
  const laid = useLaid(wall, { columns, most });
  const newest = useNewest(laid);
  const [page, pages, setPage] = usePage(laid, newest);
  useFrame(wall, newest);
  useEffect(() => show(laid, page), [laid, page]);
  useEffect(() => {
    const step = { ArrowRight: 1, ArrowLeft: pages - 1 };
    const turn = ({ key }) => step[key] && setPage((now) => (now + step[key]) % pages);
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  }, [pages, setPage]);
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
