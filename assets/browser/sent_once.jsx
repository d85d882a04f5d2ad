/* The id of what a form holds: it changes with every change, and with it the form empties once it is stored. */
import { useEffect, useRef } from "react";
import { newId } from "./outbox.js";

export function SentOnce({ stored }) {
  const field = useRef(null);
  useEffect(() => {
    const form = field.current.form;
    const renew = () => {
      field.current.value = newId();
    };
    renew();
    form.addEventListener("input", renew);
    form.addEventListener("reset", renew);
    return () => {
      form.removeEventListener("input", renew);
      form.removeEventListener("reset", renew);
    };
  }, []);
  useEffect(() => {
    if (stored === field.current.value) field.current.form.reset();
  }, [stored]);
  return <input type="hidden" name="id" ref={field} />;
}
