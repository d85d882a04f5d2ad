/* Reads a text aloud with the voice of the device itself; not there when the device has no such voice. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { useLanguage } from "./language.jsx";

const speech = typeof window === "undefined" ? undefined : window.speechSynthesis;

const subscribe = (listener) => {
  speech?.addEventListener?.("voiceschanged", listener);
  return () => speech?.removeEventListener?.("voiceschanged", listener);
};

const voiceFor = (language) => speech?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));

export function ReadAloud({ text, words }) {
  const language = useLanguage();
  const hasVoice = useSyncExternalStore(subscribe, () => Boolean(voiceFor(language)), () => false);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => speech?.cancel(), [text]);
  if (!hasVoice) return null;
  const press = () => {
    speech.cancel();
    if (speaking) return setSpeaking(false);
    const voice = voiceFor(language);
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.92 });
    utterance.onend = utterance.onerror = () => setSpeaking(false);
    speech.speak(utterance);
    setSpeaking(true);
  };
  return (
    <button type="button" className="button read-aloud" onClick={press}>
      <svg className="icon" aria-hidden="true"><use href={speaking ? "/icons.svg#square" : "/icons.svg#volume-2"} /></svg>
      {speaking ? words.stop : words.read}
    </button>
  );
}
