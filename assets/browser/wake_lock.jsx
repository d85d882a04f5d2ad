/* Keeps the screen from going dark while this page is looked at. */
import { useEffect } from "react";

export function WakeLock() {
  useEffect(() => {
    let lock;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      lock = await navigator.wakeLock?.request("screen").catch(() => null);
    };
    hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      document.removeEventListener("visibilitychange", hold);
      lock?.release();
    };
  }, []);
  return null;
}
