/* Stands in for emotion's `jsx`: our styles are stylesheets, so what is left is a style attribute. */
import { createElement } from "react";
import { textInItsElement, withDirection, withOwnElements } from "./own_text.js";

export function jsx(type, props, ...children) {
  const own = withOwnElements(type, children);
  return createElement(textInItsElement(type), withDirection(type, styled(props), own), ...own);
}

const styled = (props) => {
  if (!props?.css) return props;
  const { css, ...others } = props;
  return { ...others, style: { ...css, ...others.style } };
};
