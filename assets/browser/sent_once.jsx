/* The id of what a form holds: it changes with every change, and with it the form empties once it is stored. */
import { useEffect, useRef } from "react";
import { newId } from "./outbox.js";

/* Of this tab alone: two tabs with one id would store one note of two. Where storage is forbidden it
   lasts as long as the page. */
const ids = new Map();

const idOf = (key) => {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return ids.get(key);
  }
};

const setId = (key, id) => {
  try {
    window.sessionStorage.setItem(key, id);
  } catch {
    ids.set(key, id);
  }
  return id;
};

export function SentOnce({ keepAs, stored }) {
  const field = useRef(null);
  const key = `plekberaad.sent.${keepAs}`;
  useEffect(() => {
    const form = field.current.form;
    const renew = () => {
      field.current.value = setId(key, newId());
    };
    field.current.value = idOf(key) ?? setId(key, newId());
    form.addEventListener("input", renew);
    form.addEventListener("reset", renew);
    return () => {
      form.removeEventListener("input", renew);
      form.removeEventListener("reset", renew);
    };
  }, [key]);
  useEffect(() => {
    if (stored === field.current.value) field.current.form.reset();
  }, [key, stored]);
  return <input type="hidden" name="id" ref={field} />;
}
