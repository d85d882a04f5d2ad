/* Says so, calmly, when the connection has been away for some seconds. */
import { useContext, useEffect, useState } from "react";
import { EventLoopContext } from "$/utils/context";
import { announce } from "./announcer.jsx";

const PATIENCE = 3000;
// Long enough for another process to take over unseen.
const RESTART_PATIENCE = 500;
// The code with which a server closes that stops for a moment (RFC 6455, 7.4: "Service Restart").
const SERVICE_RESTART = 1012;
const BLOCKED_AFTER = 10_000;

function useIsRestarting() {
  const [restarting, setRestarting] = useState(false);
  useEffect(() => {
    const look = ({ detail }) => setRestarting(detail === SERVICE_RESTART);
    window.addEventListener("plekberaad:socket", look);
    return () => window.removeEventListener("plekberaad:socket", look);
  }, []);
  return restarting;
}

function useIsAway() {
  const errors = useContext(EventLoopContext)[1];
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return offline || errors.length > 0;
}

/** Whether pages come through, but a socket does not: so it is on networks that forbid them. */
function useIsBlocked() {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    let timer;
    const look = async () => {
      const reached = await fetch("/gezond", { cache: "no-store" }).then(({ ok }) => ok, () => false);
      if (!window.plekberaadHasSocket) setBlocked(reached);
    };
    const wait = () => {
      clearInterval(timer);
      setBlocked(false);
      if (!window.plekberaadHasSocket) timer = setInterval(look, BLOCKED_AFTER);
    };
    wait();
    window.addEventListener("plekberaad:socket", wait);
    return () => {
      clearInterval(timer);
      window.removeEventListener("plekberaad:socket", wait);
    };
  }, []);
  return blocked;
}

export function ConnectionNotice({ words }) {
  const isRestarting = useIsRestarting();
  const isBlocked = useIsBlocked();
  const isAway = useIsAway() || isRestarting || isBlocked;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const patience = isRestarting ? RESTART_PATIENCE : PATIENCE;
    const timer = setTimeout(() => setShown(isAway), isAway ? patience : 0);
    return () => clearTimeout(timer);
  }, [isAway, isRestarting]);
  const said = isBlocked ? words.blocked : isRestarting ? words.restarting : words.away;
  useEffect(() => void (shown && announce(said)), [shown, said]);
  if (!shown) return null;
  return (
    <p className="connection">
      {said}
      {isBlocked && <a className="button wide" href="/netwerk">{words.test}</a>}
    </p>
  );
}
