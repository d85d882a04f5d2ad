/* What the compiled pages ask of the server's words over and over, said once (shorter_code.mjs). */

/** A part of something that may not be there. */
export const part = (whole, key) => (whole === null || whole === undefined ? undefined : whole[key]);

/** The one at this place in a list that may not be there. */
export const at = (list, place) => list?.at?.(place);

/** Whether a thing that may not be there has a part of its own under this key. */
export const hasOwnProperty = (thing, key) => thing?.hasOwnProperty(key);

/** As it is compared: a number for a date, the thing itself for what the server sends. */
export const valueOf = (thing) => thing?.valueOf?.();

/** The thing, or what is shown where there is none. */
export const or = (thing, otherwise) => thing ?? otherwise;

/** A component that is known by this name. */
export const named = (displayName, component) => Object.assign(component, { displayName });
