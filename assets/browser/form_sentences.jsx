/* What a form still lacks, in our own words under its field. Forms say `novalidate`, so that no browser
   comes with bubbles in a language of its own. */
import { useEffect, useRef } from "react";
import { announce } from "./announcer.jsx";

const spots = new WeakMap();
let count = 0;

const sentenceFor = (field, words) => {
  const { validity, type, dataset } = field;
  if (validity.valueMissing) return dataset.missing || (type === "radio" ? words.choose : type === "file" ? words.file : words.missing);
  if (validity.tooShort) return words.short.replace("{n}", field.minLength);
  if (validity.rangeUnderflow) return words.least.replace("{n}", field.min);
  if (validity.rangeOverflow) return words.most.replace("{n}", field.max);
  if (validity.badInput || validity.stepMismatch) return words.number;
  return words.wrong;
};

function spotOf(field) {
  if (spots.get(field)?.isConnected) return spots.get(field);
  const spot = Object.assign(document.createElement("p"), { className: "field-error", id: `wrong-${++count}` });
  (field.closest("fieldset, .field") ?? field.parentElement).append(spot);
  spots.set(field, spot);
  return spot;
}

function tell(field, sentence) {
  const spot = spotOf(field);
  const described = field.getAttribute("aria-describedby");
  spot.textContent = sentence;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", spot.id);
  const settle = () => {
    spot.remove();
    field.removeAttribute("aria-invalid");
    if (described) field.setAttribute("aria-describedby", described);
    else field.removeAttribute("aria-describedby");
  };
  field.form.addEventListener("input", settle, { once: true });
}

/** The fields that are wrong; of a group of radio buttons the first. */
const wrongIn = (form) => {
  const wrong = [...form.elements].filter((field) => field.willValidate && !field.validity.valid);
  return wrong.filter((field, index) => field.type !== "radio" || wrong.findIndex(({ name }) => name === field.name) === index);
};

export function FormSentences({ words }) {
  const said = useRef(words);
  said.current = words;
  useEffect(() => {
    const check = (event) => {
      const wrong = wrongIn(event.target);
      if (!wrong.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.forEach((field) => tell(field, sentenceFor(field, said.current)));
      wrong[0].focus();
      announce(sentenceFor(wrong[0], said.current));
    };
    // Before React, which listens on the document.
    window.addEventListener("submit", check, true);
    return () => window.removeEventListener("submit", check, true);
  }, []);
  return null;
}
