/* A field that keeps what is typed in this browser until its form is stored, or is emptied; once
   stored the form folds away. The server never fills it while it is used. */
import { useEffect, useRef } from "react";
import { keep, kept } from "./keeping.js";

export function KeptField({ multiline, keepAs, initial, settled, fieldId, ...rest }) {
  const field = useRef(null);
  const before = useRef(settled);
  const key = `plekberaad.field.${keepAs}`;
  useEffect(() => {
    if (kept(key).trim() === initial) keep(key, ""); // it was stored while this form was away
    field.current.value = kept(key) || initial || "";
  }, [key, initial]);
  useEffect(() => {
    if (settled === before.current) return;
    before.current = settled;
    keep(key, "");
    field.current.closest("details")?.removeAttribute("open");
  }, [key, settled]);
  useEffect(() => {
    const form = field.current.form;
    const forget = () => keep(key, "");
    form.addEventListener("reset", forget);
    return () => form.removeEventListener("reset", forget);
  }, [key]);
  const Tag = multiline ? "textarea" : "input";
  return <Tag {...rest} ref={field} id={fieldId} className="input" onInput={() => keep(key, field.current.value)} />;
}
