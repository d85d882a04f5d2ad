/* Stands in for React's `jsx-runtime`, which JSX files are compiled to, ours and those of packages. */
import { Fragment, jsx as one, jsxs as several } from "$/node_modules/react/jsx-runtime.js";
import { withDirection, withOwnElements } from "./own_text.js";

export { Fragment };

const filled = (draw, type, props, children, key) => {
  const own = withOwnElements(type, children);
  return draw(type, { ...withDirection(type, props, own), children: own }, key);
};

export const jsxs = (type, props, key) => filled(several, type, props, props.children, key);

/** With one child, which is a list or a text only where the page says so itself. */
export const jsx = (type, props, key) =>
  type === Fragment
    ? filled(several, type, props, [props.children], key)
    : one(type, withDirection(type, props, [props.children]), key);
