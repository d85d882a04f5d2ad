/* What this browser keeps by itself. Where storage is forbidden, it lasts as long as the page. */

const memory = new Map();
const listeners = new Set();

/** The text under `key`, or "". */
export const kept = (key) => {
  try {
    return window.localStorage.getItem(key) ?? memory.get(key) ?? "";
  } catch {
    return memory.get(key) ?? "";
  }
};

/** Keep `value` under `key`; an empty value forgets it. */
export const keep = (key, value) => {
  try {
    if (value) window.localStorage.setItem(key, value);
    else window.localStorage.removeItem(key);
    memory.delete(key);
  } catch {
    if (value) memory.set(key, value);
    else memory.delete(key);
  }
  listeners.forEach((listener) => listener());
};

/** The text that this tab alone keeps under `key`, or "". */
export const keptInTab = (key) => {
  try {
    return window.sessionStorage.getItem(key) ?? memory.get(key) ?? "";
  } catch {
    return memory.get(key) ?? "";
  }
};

/** Keep `value` under `key` in this tab; an empty value forgets it. */
export const keepInTab = (key, value) => {
  memory.delete(key);
  try {
    if (value) window.sessionStorage.setItem(key, value);
    else window.sessionStorage.removeItem(key);
  } catch {
    if (value) memory.set(key, value);
  }
};

/** Call `listener` after every change, also by another tab; answers how to stop. */
export const onKept = (listener) => {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
};

/** All keys that begin with `start`. */
export const keptKeys = (start) => {
  try {
    return [...Object.keys(window.localStorage), ...memory.keys()].filter((key) => key.startsWith(start));
  } catch {
    return [...memory.keys()].filter((key) => key.startsWith(start));
  }
};
