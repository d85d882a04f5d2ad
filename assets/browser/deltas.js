// Puts what changed of a var into what the page holds (live/deltas.py says how it is told). Where
// the page does not hold what it was made from, something was missed: it connects anew.
const SUFFIX = "_rx_state_";
const TOLD = "deltas" + SUFFIX;
const BETWEEN_MS = 5000;

let hungUpAt = -BETWEEN_MS;

const hangUp = () => {
  const now = performance.now();
  if (now - hungUpAt >= BETWEEN_MS) {
    hungUpAt = now;
    window.plekberaadHangUp?.();
  }
};

const dictionary = (held, { set = {}, in: within = {}, gone = [] }) => {
  const value = { ...held, ...set };
  for (const name in within) value[name] = patched(held[name], within[name]);
  for (const name of gone) delete value[name];
  return value;
};

const places = (held, { size, set = {}, in: within = {} }) => {
  const value = held.slice(0, size);
  for (const at in within) value[at] = patched(held[at], within[at]);
  for (const at in set) value[at] = set[at];
  return value;
};

const items = (held, { put = [], gone = [], at, order }) => {
  const known = new Map(held.map((item) => [item.id, item]));
  const fresh = put.filter((item) => !known.has(item.id));
  for (const item of put) known.set(item.id, item);
  for (const id of gone) known.delete(id);
  if (order) return order.map((id) => known.get(id));
  if (!at) return [...known.values()];
  for (const item of fresh) known.delete(item.id);
  const value = [...known.values()];
  fresh.forEach((item, index) => value.splice(at[index], 0, item));
  return value;
};

export const patched = (held, patch) => {
  if (!Array.isArray(held)) return dictionary(held, patch);
  return "size" in patch ? places(held, patch) : items(held, patch);
};

// The delta with whole vars, as the rest of the page takes it.
export const unfolded = (state, delta) => {
  if (!delta[TOLD] && !state[TOLD]) return delta;
  const { [TOLD]: told = {}, ...vars } = delta;
  const marks = { ...state[TOLD] };
  for (const name in vars) delete marks[name.slice(0, -SUFFIX.length)];
  for (const name in told) {
    const [mark, before, patch] = told[name];
    if (patch && marks[name] !== before) {
      hangUp();
      continue;
    }
    if (patch) vars[name + SUFFIX] = patched(state[name + SUFFIX], patch);
    marks[name] = mark;
  }
  return { ...vars, [TOLD]: marks };
};
