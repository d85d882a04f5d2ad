/* At the foot of a form: whether what is in it is stored, and the question before one leaves without. */
import { useEffect, useRef, useState } from "react";

/* A link of ours that opens here would take the page away without the browser asking. */
const leaves = (event) => {
  const link = event.target.closest?.("a[href]");
  return link && !link.target && !link.hasAttribute("download");
};

function useAsking(isUnsaved, question) {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event) => event.preventDefault();
    const askFirst = (event) => {
      if (!leaves(event) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", ask);
    document.addEventListener("click", askFirst, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", askFirst, true);
    };
  }, [isUnsaved, question]);
}

export function Unsaved({ answered, isMine, isStored, sentence, words }) {
  const place = useRef(null);
  const changes = useRef({ made: 0, sent: 0 });
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    const form = place.current.closest("form");
    const change = () => {
      changes.current.made += 1;
      setUnsaved(true);
    };
    const send = () => (changes.current.sent = changes.current.made);
    const clear = () => setUnsaved(false);
    const heard = { input: change, submit: send, reset: clear };
    for (const [name, hear] of Object.entries(heard)) form.addEventListener(name, hear);
    return () => {
      for (const [name, hear] of Object.entries(heard)) form.removeEventListener(name, hear);
    };
  }, []);
  useEffect(() => {
    const { made, sent } = changes.current;
    if (!isMine || !isStored || made !== sent) return;
    setUnsaved(false);
    // The fields are drawn anew with what was stored: who pressed Enter in one stays in the form.
    if (document.activeElement === document.body) place.current.closest("form").querySelector("[type=submit]").focus();
  }, [answered]);
  useAsking(isUnsaved, words.leave);
  const refused = isMine && !isStored && sentence;
  const told = refused || (isUnsaved ? words.unsaved : isMine && sentence) || "";
  const state = refused ? "refused" : isUnsaved ? "unsaved" : "stored";
  return (
    <p ref={place} role="status" className="form-state" data-state={told ? state : undefined}>
      <span key={told}>{told}</span>
    </p>
  );
}
