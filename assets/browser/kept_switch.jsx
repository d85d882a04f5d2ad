/* A switch that this device remembers. What it changes is up to the stylesheets. */
import { useEffect, useRef } from "react";
import { keep, kept } from "./keeping.js";

export function KeptSwitch({ fieldId, keepAs, first }) {
  const field = useRef(null);
  const key = `plekberaad.switch.${keepAs}`;
  useEffect(() => {
    field.current.checked = kept(key) === "on";
  }, [key]);
  const change = ({ target }) => {
    keep(key, target.checked ? "on" : "");
    // What is open may be hidden from now on.
    document.getElementById(first)?.click();
  };
  return <input ref={field} id={fieldId} type="checkbox" role="switch" onChange={change} />;
}
