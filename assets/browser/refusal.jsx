/* What was wrong with an earlier try stands in the address, with what was typed then. */
import { useEffect, useRef, useState } from "react";

/** What was typed, once the page is alive; a page that is built for everybody holds nothing. */
export const useCameBack = () => {
  const [typed, setTyped] = useState({});
  useEffect(() => setTyped(Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)))), []);
  return typed;
};

export function Refusal({ sentences }) {
  const place = useRef(null);
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search);
    const typed = new URLSearchParams(window.location.hash.slice(1));
    const code = asked.get("fout");
    const fields = place.current.closest("form")?.elements;
    for (const [name, value] of [...typed, ...asked]) {
      const field = fields?.namedItem(name);
      if (field?.type !== "password" && field?.value === "") field.value = value;
    }
    if (code) setSentence(sentences[code] ?? sentences.other);
  }, []);
  return (
    <p ref={place} role="alert" className={sentence ? "alert" : "unseen"}>
      {sentence}
    </p>
  );
}
