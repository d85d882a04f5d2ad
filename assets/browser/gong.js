/* A soft gong, made on the spot: a low tone with two overtones that die away. */

let audio;

const context = () => {
  const Audio = window.AudioContext || window.webkitAudioContext;
  audio ??= Audio ? new Audio() : null;
  return audio;
};

/** Whether the browser waits for a touch before it lets anything sound. */
export const soundIsBlocked = () => window.self === window.top && context()?.state === "suspended";

/** Call this from a touch or a click. */
export const unlockSound = async () => {
  await context()?.resume();
};

const tone = (at, pitch, loudness, seconds) => {
  const voice = audio.createOscillator();
  const volume = audio.createGain();
  voice.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  voice.connect(volume).connect(audio.destination);
  voice.start(at);
  voice.stop(at + seconds);
};

/** Let these tones sound: of each how much later (s), its pitch (Hz), loudness (to 1) and length (s). */
export const sound = (tones) => {
  // The small picture of the projector on the tablet makes no sound of its own.
  if (window.self !== window.top || context()?.state !== "running") return;
  for (const [later, ...about] of tones) tone(audio.currentTime + later, ...about);
};

export const gong = () => sound([[0, 196, 0.3, 3.2], [0, 293.7, 0.16, 2.4], [0, 523.3, 0.07, 1.4]]);
