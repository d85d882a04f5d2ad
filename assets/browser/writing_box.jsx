/* The boxes for ideas and questions; they come with the panel that has them. */
import { useEffect, useRef, useState } from "react";
import { announce } from "./announcer.jsx";
import { keep, kept, onKept } from "./keeping.js";
import { countLetters, draftKey, put } from "./outbox.js";
import { roomLeft } from "./room_left.jsx";
import { forget, stopped, typed } from "./writing.js";

const Icon = ({ name }) => (
  <svg className="icon" aria-hidden="true"><use href={`/icons.svg#${name}`} /></svg>
);

/** A text area that the server never fills: what is typed lives in this browser. */
function useDraft(key) {
  const box = useRef(null);
  const [letters, setLetters] = useState(0);
  const note = () => {
    keep(key, box.current.value);
    setLetters(countLetters(box.current.value.trim()));
  };
  useEffect(() => {
    const fill = () => {
      if (!box.current.value) box.current.value = kept(key);
      setLetters(countLetters(box.current.value.trim()));
    };
    box.current.value = "";
    fill();
    return onKept(fill);
  }, [key]);
  const empty = () => {
    const text = box.current.value.trim();
    box.current.value = "";
    note();
    return text;
  };
  return { box, letters, note, empty };
}

/** Says each time that one more is stored. */
function useStoredTold(stored, said) {
  const before = useRef(stored);
  useEffect(() => {
    if (stored > before.current) announce(said.replace("{n}", stored));
    before.current = stored;
  }, [stored]);
}

/** Why nothing was sent; gone as soon as the text changes, or another box comes in its place. */
function useHint(key, letters) {
  const [hint, setHint] = useState("");
  useEffect(() => setHint(""), [key, letters]);
  return [hint, setHint];
}

/** What to call with the text of a box after every letter; only a box that `tells` says that somebody writes. */
function useWriting(step, act, tells) {
  useEffect(() => {
    window.addEventListener("plekberaad:socket", forget);
    return () => window.removeEventListener("plekberaad:socket", forget);
  }, []);
  useEffect(() => stopped, [step, act, tells]);
  return (text) => (tells && text.trim() ? typed(step, act) : stopped());
}

export function IdeaBox({ code, step, round, act, fieldId, most, isOpen, stored, words }) {
  const { box, letters, note, empty } = useDraft(draftKey(code, { step, round, act }));
  const [forTable, setForTable] = useState(false);
  const [hint, setHint] = useHint(draftKey(code, { step, round, act }), letters);
  useStoredTold(stored, words.stored);
  const tell = useWriting(step, act, isOpen && !forTable);
  const onInput = () => {
    note();
    tell(box.current.value);
  };
  const send = () => {
    const isSendable = letters > 0 && letters <= most;
    setHint(isSendable ? "" : letters ? words.tooLong : words.nothing);
    if (isSendable) {
      put(code, { step, round, act, text: empty(), behalf: forTable ? "table" : "" });
      setForTable(false);
      stopped();
    }
    box.current.focus();
  };
  const onKeyDown = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send();
  return (
    <section className="idea-box stack" hidden={!isOpen && !letters}>
      <div className="field">
        <div className="between row">
          <label className="field-label" htmlFor={fieldId}>{isOpen ? words.label : words.late}</label>
          <p className="stored">{stored > 0 && <><Icon name="check" />{words.stored.replace("{n}", stored)}</>}</p>
        </div>
        <textarea
          id={fieldId} ref={box} className="input" rows={4} onInput={onInput} onBlur={stopped}
          onKeyDown={onKeyDown}
          aria-describedby={`${fieldId}-room`} aria-invalid={letters > most} enterKeyHint="enter"
        />
        <p id={`${fieldId}-room`} className={letters > most ? "field-error" : "field-help"}>{roomLeft(letters, most, words)}</p>
        <p className="field-error" role="alert">{hint}</p>
      </div>
      <div className="send-in-sight">
        <button type="button" className="button button-main wide" onClick={send}>{words.send}</button>
      </div>
      {words.forTable && (
        <label className="choice choice-plain">
          <input type="checkbox" checked={forTable} onChange={(event) => setForTable(event.target.checked)} />
          {words.forTable}
        </label>
      )}
    </section>
  );
}
