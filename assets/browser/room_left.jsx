/* How many letters a field still has room for, once they become few. */
import { useEffect, useState } from "react";
import { countLetters } from "./outbox.js";

const WARN_FROM = 20;

/** The sentence, or "" while there is plenty of room; of a short field half of it is plenty. */
export const roomLeft = (letters, most, words) => {
  const left = most - letters;
  if (!left && words.full) return words.full;
  if (left > Math.min(WARN_FROM, most / 2)) return "";
  const form = (left < 0 ? "over" : "left") + (Math.abs(left) === 1 ? "One" : "Other");
  return words[form].replace("{n}", Math.abs(left));
};

/** As many as the field itself counts, where it is the field that lets no more in. */
const lettersIn = ({ value, maxLength }) => (maxLength > 0 ? value.length : countLetters(value.trim()));

export function RoomLeft({ fieldId, most, words }) {
  const [letters, setLetters] = useState(0);
  useEffect(() => {
    const field = document.getElementById(fieldId);
    const count = () => setLetters(lettersIn(field));
    field.setAttribute("aria-describedby", `${fieldId}-room`);
    count();
    field.addEventListener("input", count);
    return () => field.removeEventListener("input", count);
  }, [fieldId]);
  return <p id={`${fieldId}-room`} className={letters > most ? "field-error" : "field-help"}>{roomLeft(letters, most, words)}</p>;
}
