/* Writes our styles as phones of 2019 read them: a plugin of PostCSS, at work before the bundler makes
   the styles small. The bundler does the rest, but leaves the longer names and the gaps where a value is
   a variable, and layers as they are. */

/** What stands in layers without them, in their order: a browser of 2019 skips a whole layer. How heavy
    a selector weighs counts across layers then (tests/ui/test_styles.py). */
function withoutLayers(root, { list }) {
  const order = [];
  const layers = [];
  root.each((node) => {
    if (node.name !== "layer") return;
    if (node.nodes) layers.push(node);
    else order.push(...list.comma(node.params));
    node.remove();
  });
  const unknown = layers.find(({ params }) => !order.includes(params));
  if (unknown) throw unknown.error(`${unknown.params} is not in layers.css`);
  layers.sort((one, other) => order.indexOf(one.params) - order.indexOf(other.params));
  root.prepend(layers.flatMap(({ nodes }) => nodes));
}

const PAIR = /^(margin|padding|inset|border)-(block|inline)$/;
const PLACE = /^inset-(block|inline)-(start|end)$/;
// Our pages run from left to right, and from top to bottom.
const PLACES = { block: { start: "top", end: "bottom" }, inline: { start: "left", end: "right" } };

/** The longer names of a declaration that says several at once; nothing where it does not. */
function writtenOut({ prop, value }, list) {
  const [, name, axis] = PAIR.exec(prop) ?? PLACE.exec(prop) ?? [];
  const parts = name === "border" ? [value] : list.space(value);
  const [start, end = start] = parts;
  if (PLACE.test(prop)) return [[PLACES[name][axis], value]];
  if (name === "inset") return [[PLACES[axis].start, start], [PLACES[axis].end, end]];
  if (name) return [[`${name}-${axis}-start`, start], [`${name}-${axis}-end`, end]];
  if (prop !== "inset") return [];
  const [top, right = top, bottom = top, left = right] = parts;
  return Object.entries({ top, right, bottom, left });
}

// True of every browser that keeps a gap between the parts of a row, and of no other: Chrome since 84,
// Safari since 14.1, Firefox since 63. There is no asking for it by name, since grids have had it longer.
const KEEPS_A_GAP = "(inset: 0) or ((color: revert) and (overscroll-behavior: none))";

const half = (length) => (parseFloat(length) === 0 ? "0" : `calc(${length} / 2)`);

// Margins of the parts instead; whatever says its own margin further on still has its way.
const MARGINS = {
  column: ([row]) => [[" > * + *", { "margin-block-start": row }]],
  row: ([row, column = row]) => [[" > * + *", { "margin-inline-start": column }]],
  wrap: ([row, column = row]) => [
    [" > *", { margin: `${half(row)} ${column} ${half(row)} 0` }],
    [" > :last-child", { "margin-inline-end": "0" }],
  ],
};

const lastOf = (selector) => selector.split(/[\s>+~]+/).pop();

function saidOf(rule) {
  const said = {};
  rule.each(({ prop, value }) => {
    if (/^(display|flex-direction|flex-wrap|gap)$/.test(prop)) said[prop] = value;
  });
  return said;
}

function layoutOf(said) {
  if (!said.display?.includes("flex")) return undefined;
  if (said["flex-direction"] === "column") return "column";
  return said["flex-wrap"] === "wrap" ? "wrap" : "row";
}

/** What comes after a rule with a gap, for browsers that keep none. */
function withoutGap(rule, known, { list, Rule, AtRule }) {
  const own = saidOf(rule);
  const instead = new AtRule({ name: "supports", params: `not (${KEEPS_A_GAP})` });
  for (const selector of rule.selectors) {
    const layout = layoutOf({ ...known.get(lastOf(selector)), ...own });
    if (!layout || selector.includes("::")) continue;
    for (const [parts, margins] of MARGINS[layout](list.space(own.gap))) {
      const margin = new Rule({ selector: selector + parts });
      Object.entries(margins).forEach(([prop, value]) => margin.append({ prop, value }));
      instead.append(margin);
    }
  }
  if (instead.nodes?.length) rule.after(instead);
}

export default {
  postcssPlugin: "older-styles",
  Once(root, postcss) {
    withoutLayers(root, postcss);
    root.walkDecls((decl) => {
      const longer = writtenOut(decl, postcss.list);
      longer.forEach(([prop, value]) => decl.cloneBefore({ prop, value }));
      if (longer.length) decl.remove();
    });
    const known = new Map();
    const rules = [];
    root.walkRules((rule) => {
      const said = saidOf(rule);
      if (said.gap) rules.push(rule);
      if (rule.parent !== root) return;
      rule.selectors.forEach((each) => known.set(lastOf(each), { ...known.get(lastOf(each)), ...said }));
    });
    rules.forEach((rule) => withoutGap(rule, known, postcss));
  },
};
