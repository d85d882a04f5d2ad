/* Stands in for emotion's `jsx`: our styles are stylesheets, so what is left is a style attribute. */
import { createElement } from "react";

export function jsx(type, props, ...children) {
  if (!props?.css) return createElement(type, props, ...children);
  const { css, ...others } = props;
  return createElement(type, { ...others, style: { ...css, ...others.style } }, ...children);
}
