/* A list whose items are dragged to another place: with a mouse, a finger, or the arrow keys. */
import { useEffect, useRef } from "react";
import { givesWay, placeOf } from "./reorder.js";

const EDGE = 64;
const KEYS = { ArrowUp: -1, ArrowDown: 1 };

const itemOf = (target) => target.closest("[data-grip]")?.closest("[data-id]");
const itemsOf = (list) => [...list.children].filter((each) => each.dataset.id);

/** What is near the edge of the window scrolls on, as far as there is a page. */
const scrollAlong = (y) => {
  if (y < EDGE) window.scrollBy(0, -EDGE / 4);
  else if (y > window.innerHeight - EDGE) window.scrollBy(0, EDGE / 4);
};

function settle(list) {
  for (const each of itemsOf(list)) each.style.transform = "";
  list.removeAttribute("data-dragging");
  list.querySelector("[data-held]")?.removeAttribute("data-held");
}

export function Reorder({ children, answered, onPlace, className }) {
  const place = useRef(null);
  const held = useRef(null);
  useEffect(() => settle(place.current), [answered]);
  const take = (event) => {
    const item = itemOf(event.target);
    if (!item || event.button) return;
    const items = itemsOf(place.current);
    const from = items.indexOf(item);
    const gap = parseFloat(getComputedStyle(place.current).rowGap) || 0;
    held.current = {
      item,
      items,
      from,
      to: from,
      y: event.clientY + window.scrollY,
      boxes: items.map((each) => ({ top: each.offsetTop, height: each.offsetHeight })),
      height: item.offsetHeight + gap,
    };
    event.target.setPointerCapture(event.pointerId);
    place.current.setAttribute("data-dragging", "");
    item.setAttribute("data-held", "");
    event.preventDefault();
  };
  const move = (event) => {
    const now = held.current;
    if (!now) return;
    scrollAlong(event.clientY);
    const along = event.clientY + window.scrollY - now.y;
    const box = now.boxes[now.from];
    now.to = placeOf(now.boxes, now.from, box.top + box.height / 2 + along);
    now.items.forEach((each, index) => {
      const shift = index === now.from ? along : givesWay(index, now.from, now.to, now.height);
      each.style.transform = shift ? `translateY(${shift}px)` : "";
    });
  };
  const drop = (isDone) => () => {
    const now = held.current;
    held.current = null;
    if (!now) return;
    // What is put down hangs where it is until the server has answered.
    if (!isDone || now.to === now.from) settle(place.current);
    else onPlace(now.item.dataset.id, now.to);
  };
  const press = (event) => {
    if (event.key === "Escape") drop(false)();
    const item = KEYS[event.key] && itemOf(event.target);
    if (!item) return;
    event.preventDefault();
    onPlace(item.dataset.id, itemsOf(place.current).indexOf(item) + KEYS[event.key]);
  };
  return (
    <ol
      ref={place}
      className={className}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={drop(true)}
      onPointerCancel={drop(false)}
      onKeyDown={press}
    >
      {children}
    </ol>
  );
}
