/* Says so, calmly, when the connection has been away for some seconds. */
import { useContext, useEffect, useState } from "react";
import { EventLoopContext } from "$/utils/context";

const PATIENCE = 3000;

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

export function ConnectionNotice({ words }) {
  const isAway = useIsAway();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(isAway), isAway ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [isAway]);
  return <div role="status">{shown && <p className="connection">{words.away}</p>}</div>;
}
