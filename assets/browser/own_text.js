/* What every text on a page gets: an element of its own, and the direction of its own script.

   An element of its own, since a page may be translated by the browser: translators put elements of
   theirs in the place of texts, and React then changes, or takes away, a text that hangs in the page
   no longer. An element that holds nothing but text is safe, since React fills it as a whole; so
   text beside others gets its own. */
import { Fragment, createElement, memo } from "react";

const isText = (drawn) => (typeof drawn === "string" && drawn !== "") || typeof drawn === "number";

const own = (drawn) => (isText(drawn) ? createElement("own-text", null, drawn) : drawn);

/** The children of an element of this type, of which there are as many whatever is shown. */
export const withOwnElements = (type, children) =>
  children.length > 1 || type === Fragment ? children.map(own) : children;

const owners = new WeakMap();
const ownerOf = new WeakSet();

/** The framework's component of one changing text answers the text alone: this one, its element. */
export const textInItsElement = (type) => {
  if (type?.displayName !== "Bare") return type;
  if (!owners.has(type)) {
    owners.set(type, memo((props) => own(type.type(props))));
    ownerOf.add(owners.get(type));
  }
  return owners.get(type);
};

const FIELDS = new Set(["textarea", "input"]);
const NO_WRITING = new Set(["script", "style", "title"]);

const holdsText = (child) => isText(child) || child?.type === "own-text" || ownerOf.has(child?.type);

/** Somebody writes Arabic, somebody Dutch: who holds a text runs as its first letter does. */
export const withDirection = (type, props, children) => {
  if (typeof type !== "string" || props?.dir || NO_WRITING.has(type)) return props;
  return FIELDS.has(type) || children.some(holdsText) ? { ...props, dir: "auto" } : props;
};
