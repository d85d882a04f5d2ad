/* Has the compiled pages ask what they ask over and over by a short name: a plugin of vite.

   For phones of 2019 the bundler writes every `?.` and `??` out, each with a variable of its own, which
   no compression makes small again. What the names do stands in assets/browser/brief.js. */

const OURS = /\/\.web\/(app\/routes|app_components)\/.*\.jsx(\?|$)/;
const BRIEF = "$/public/browser/brief.js";
// What is asked so, and with how many things in the brackets.
const METHODS = { at: 1, hasOwnProperty: 1, valueOf: 0 };
const VALUE = "?.valueOf?.()";
// The one name by which a component is known (assets/browser/own_text.js).
const KNOWN = "Bare";

const isMember = (node) => node.type === "MemberExpression";

const isMethod = (node) =>
  node.type === "CallExpression" && isMember(node.callee) && !node.callee.computed &&
  METHODS[node.callee.property.name] === node.arguments.length &&
  (node.callee.property.name === "hasOwnProperty" || (node.optional && node.callee.optional));

const isValue = (node) => isMethod(node) && node.callee.property.name === "valueOf";

const isOptional = ({ optional, callee }) => optional || callee?.optional;

const isLiteral = (node) => isValue(node) && node.callee.object.type === "Literal";

const under = (node) => (isMethod(node) ? node.callee.object : node.object);

const inside = (node) =>
  /^(Parenthesized|Chain)Expression$/.test(node.type) ? inside(node.expression) : node;

/** Every part of a program, the outer ones first. */
function eachNode(node, look) {
  look(node);
  for (const part of Object.values(node).flat()) if (part?.type) eachNode(part, look);
}

/** A chain from its end to its beginning; nothing where it holds what has no short name. */
function linksOf(chain) {
  const links = [];
  let node = chain.expression;
  for (; isMember(node) || isMethod(node); node = under(node)) links.push(node);
  const last = links.map(isOptional).lastIndexOf(true);
  return node.type === "CallExpression" ? [] : links.slice(0, last + 1);
}

/** The changes to a text, each at a place of its own, put into it together. */
class Changes {
  constructor(code) {
    this.code = code;
    this.made = [];
  }

  put(start, end, text) {
    this.made.push({ start, end, text });
  }

  /** Between two nodes: this sign and no bracket around it. */
  sign(from, to, sign, text) {
    const start = this.code.slice(0, to).lastIndexOf(sign);
    if (start < from) throw new Error(`no ${sign} in ${this.code.slice(from, to)}`);
    this.put(start, start + sign.length, text);
  }

  done() {
    const sorted = this.made.sort((one, other) => one.start - other.start || one.end - other.end);
    let [text, at] = ["", 0];
    for (const change of sorted) {
      if (change.start < at) throw new Error(`twice: ${this.code.slice(change.start, change.end)}`);
      text += this.code.slice(at, change.start) + change.text;
      at = change.end;
    }
    return text + this.code.slice(at);
  }
}

/** Two sides of which one is a literal: what is no literal is of the server, and no date. */
function asTheyAre(node) {
  if (node.type !== "BinaryExpression" || !/^[!=]==$/.test(node.operator)) return [];
  const sides = [inside(node.left), inside(node.right)];
  return sides.every(isValue) && sides.some(isLiteral) ? sides : [];
}

function shortenMember(node, changes) {
  const { object, property, computed, optional, start, end } = node;
  changes.put(start, start, "part(");
  const sign = (optional ? "?." : computed ? "" : ".") + (computed ? "[" : "");
  changes.sign(object.end, property.start, sign, computed ? ", " : ', "');
  changes.put(computed ? end - 1 : end, end, computed ? ")" : '")');
}

function shortenMethod(node, changes) {
  const { name, start, end } = node.callee.property;
  changes.put(node.start, node.start, `${name}(`);
  const sign = node.callee.optional ? "?." : ".";
  changes.sign(node.callee.object.end, start, sign, METHODS[name] ? ", " : "");
  changes.put(start, end + (node.optional ? "?.(" : "(").length, "");
}

function shortenChain(chain, plain, changes) {
  for (const link of linksOf(chain)) {
    if (plain.has(link)) changes.sign(under(link).end, link.end, VALUE, "");
    else if (isMember(link)) shortenMember(link, changes);
    else shortenMethod(link, changes);
  }
}

function shortenOr({ left, right, start, end }, changes) {
  changes.put(start, start, "or(");
  changes.sign(left.end, right.start, "??", ",");
  changes.put(end, end, ")");
}

const bodyOf = (call) => inside(call.callee).body?.body;

/** A component in a function that only gives it its name. */
function shortenComponent({ init }, changes) {
  const [made, name] = bodyOf(init);
  const [memo, shown] = [made.declarations[0].init, name.expression.right.value];
  const isKnown = shown === KNOWN;
  changes.put(init.start, memo.start, isKnown ? `named("${KNOWN}", ` : "");
  changes.put(memo.end, init.end, isKnown ? ")" : "");
}

const isComponent = ({ type, init }) => {
  const body = type === "VariableDeclarator" && init?.type === "CallExpression" ? bodyOf(init) : [];
  return body?.length === 3 && body[1].expression?.left?.property?.name === "displayName";
};

const isOr = ({ type, operator, right }) =>
  type === "LogicalExpression" && operator === "??" &&
  (right.type === "Literal" || (right.type === "ArrayExpression" && !right.elements.length));

/** The code of a page, which does the same; `parse` reads it. */
export function shorter(code, parse) {
  const changes = new Changes(code);
  const plain = new Set();
  eachNode(parse(code), (node) => {
    asTheyAre(node).forEach((side) => plain.add(side));
    if (node.type === "ChainExpression") shortenChain(node, plain, changes);
    if (isOr(node)) shortenOr(node, changes);
    if (isComponent(node)) shortenComponent(node, changes);
  });
  return `import { part, at, hasOwnProperty, valueOf, or, named } from "${BRIEF}";\n${changes.done()}`;
}

export default function shorterCode() {
  return {
    name: "shorter-code",
    enforce: "pre",
    transform(code, id) {
      return OURS.test(id) ? { code: shorter(code, (text) => this.parse(text, { lang: "jsx" })), map: null } : null;
    },
  };
}
