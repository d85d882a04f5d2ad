/* The button for the full screen: there while somebody moves the mouse, away while the room looks. */
import { useEffect, useState } from "react";

const SHOWN = 6000;

/** Whether the pointer moved, or the page opened, a moment ago. */
function useMoved() {
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    let timer;
    const move = () => {
      setMoved(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoved(false), SHOWN);
    };
    move();
    window.addEventListener("pointermove", move);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", move);
    };
  }, []);
  return moved;
}

const isWanted = () => document.fullscreenEnabled && !document.fullscreenElement;

export function FullScreen({ label }) {
  const moved = useMoved();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const look = () => setWanted(isWanted());
    look();
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, []);
  if (!wanted) return null;
  return (
    <button
      type="button" className="button full-screen" data-away={!moved || undefined}
      onClick={() => document.documentElement.requestFullscreen()}
    >
      <svg className="icon" aria-hidden="true"><use href="/icons.svg#monitor" /></svg>
      {label}
    </button>
  );
}
