/* Reads the page aloud with the voice of the device itself; a device that has none says so when it is asked. */
import { useEffect, useState } from "react";
import { announce } from "./announcer.jsx";
import { useLanguage } from "./language.jsx";

const BLOCKS = "h1, h2, h3, p, li, dt, dd, label, legend, summary, button, a, span.block";
const SILENT = "[aria-hidden='true'], .unseen, .phone-foot, textarea, select, script";
const LINGERS = 10_000;
const PATIENCE = 800; // some browsers know their voices only a moment after they were asked

const speech = typeof window === "undefined" ? undefined : window.speechSynthesis;

/** What can be seen of the page, a sentence for every block, in the order in which one reads. */
function readable(page) {
  const said = [];
  let block = null;
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.closest(SILENT) || !around.getClientRects().length) continue;
    const own = around.closest(BLOCKS) ?? around;
    if (own === block) said.push(said.pop() + walker.currentNode.data);
    else said.push(walker.currentNode.data);
    block = own;
  }
  return said.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

const heardOf = () =>
  new Promise((resolve) => {
    if (!speech || speech.getVoices().length) return resolve();
    speech.addEventListener?.("voiceschanged", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
  });

async function voiceFor(language) {
  await heardOf();
  return speech?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
}

/** Speaks block by block: a browser cuts one long text off half-way. */
function speak(sentences, voice, onEnd) {
  sentences.forEach((text, index) => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.92 });
    if (index === sentences.length - 1) utterance.onend = utterance.onerror = onEnd;
    speech.speak(utterance);
  });
}

export function ReadAloud({ occasion, words }) {
  const language = useLanguage();
  const [speaking, setSpeaking] = useState(false);
  const [isMute, setMute] = useState(false);
  const stop = () => {
    speech?.cancel();
    setSpeaking(false);
  };
  useEffect(() => stop, [occasion]);
  useEffect(() => {
    const timer = setTimeout(() => setMute(false), LINGERS);
    return () => clearTimeout(timer);
  }, [isMute, occasion]);
  const press = async () => {
    if (speaking) return stop();
    const voice = await voiceFor(language);
    setMute(!voice);
    if (!voice) return announce(words.none);
    speech.cancel();
    speak(readable(document.querySelector("main")), voice, () => setSpeaking(false));
    setSpeaking(true);
  };
  return (
    <>
      <button type="button" className="button read-aloud" onClick={press}>
        <svg className="icon" aria-hidden="true"><use href={speaking ? "/icons.svg#square" : "/icons.svg#volume-2"} /></svg>
        {speaking ? words.stop : words.read}
      </button>
      {isMute && <p className="say read-mute">{words.none}</p>}
    </>
  );
}
