/* The field for the code. What was wrong with an earlier try stands in the address. */
import { useEffect, useRef, useState } from "react";

export function StartCode({ words }) {
  const field = useRef(null);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search);
    const typed = new URLSearchParams(window.location.hash.slice(1)).get("code");
    setWrong(asked.get("fout") ?? "");
    if (typed && !field.current.value) field.current.value = typed;
    if (asked.get("fout")) field.current.focus();
  }, []);
  const sentence = wrong && (words[wrong] || words.unknown);
  return (
    <div className={wrong ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor="code">{words.label}</label>
      <p className="field-help" id="code-help">{words.help}</p>
      <input
        id="code" name="code" ref={field} className="input code-input" required autoComplete="off" autoCapitalize="characters"
        autoCorrect="off" spellCheck="false" aria-invalid={!!wrong} aria-describedby="code-help code-wrong"
      />
      <p className="field-error" id="code-wrong" role="alert">{sentence}</p>
    </div>
  );
}
