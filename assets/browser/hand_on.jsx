/* A link to hand on: copied, shared where the browser can, scanned from this screen, or printed. */
import { useEffect, useRef, useState } from "react";
import { copy } from "./copying.js";

const Sign = ({ name }) => (
  <svg className="icon" aria-hidden="true"><use href={`/icons.svg#${name}`} /></svg>
);

export function HandOn({ title, link, address, path, qr, print, words }) {
  const field = useRef(null);
  const [whole, setWhole] = useState(link || path);
  const [canShare, setCanShare] = useState(false);
  const [told, setTold] = useState("");
  useEffect(() => {
    setWhole(link || `${window.location.protocol}//${address || window.location.host}${path}`);
    setCanShare(!!navigator.share);
    setTold("");
  }, [link, address, path]);
  const share = () => navigator.share({ title, url: whole }).catch(() => {});
  const copied = () => copy(field.current).then(() => setTold(words.copied));
  return (
    <div className="hand-on stack-tight">
      <label className="field">
        <span className="field-label">{title}</span>
        <input ref={field} className="input" readOnly dir="ltr" value={whole} onFocus={(event) => event.target.select()} />
      </label>
      <div className="row">
        <button type="button" className="button" onClick={copied}><Sign name="copy" /><span>{words.copy}</span></button>
        {canShare && (
          <button type="button" className="button" onClick={share}><Sign name="share-2" /><span>{words.share}</span></button>
        )}
        {print && (
          <a className="button" href={print} target="_blank" rel="noopener"><Sign name="printer" /><span>{words.print}</span></a>
        )}
        <details className="hand-on-scan">
          <summary className="button"><Sign name="qr-code" /><span>{words.scan}</span></summary>
          <img src={qr} alt={`${words.qr} ${title}`} className="desk-qr" loading="lazy" />
        </details>
        <span role="status" className="stored"><span key={told}>{told}</span></span>
      </div>
    </div>
  );
}
