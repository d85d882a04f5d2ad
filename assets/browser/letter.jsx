/* A text to send: it may be edited first; what is typed stays on this page. */
import { useEffect, useRef, useState } from "react";
import { copy } from "./copying.js";

const Sign = ({ name }) => (
  <svg className="icon" aria-hidden="true"><use href={`/icons.svg#${name}`} /></svg>
);

const mailOf = (subject, body) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;

export function Letter({ title, subject, text, words }) {
  const field = useRef(null);
  const [written, setWritten] = useState(text);
  const [canShare, setCanShare] = useState(false);
  const [told, setTold] = useState("");
  useEffect(() => {
    setWritten(text);
    setTold("");
    setCanShare(!!navigator.share);
  }, [text]);
  const change = (event) => {
    setWritten(event.target.value);
    setTold("");
  };
  const share = () => navigator.share({ title: subject, text: written }).catch(() => {});
  const copied = () => copy(field.current).then(() => setTold(words.copied));
  return (
    <div className="stack-tight">
      <label className="field">
        <span className="field-label">{title}</span>
        <textarea ref={field} className="input" dir="auto" rows={12} value={written} onChange={change} />
      </label>
      <div className="row">
        <button type="button" className="button" onClick={copied}><Sign name="copy" /><span>{words.copy}</span></button>
        <a className="button" href={mailOf(subject, written)}><Sign name="mail" /><span>{words.mail}</span></a>
        {canShare && (
          <button type="button" className="button" onClick={share}><Sign name="share-2" /><span>{words.share}</span></button>
        )}
        <span role="status" className="stored"><span key={told}>{told}</span></span>
      </div>
    </div>
  );
}
