/* What the compiled pages ask of the server's words over and over, said once (shorter_code.mjs). */

/** A part of something that may not be there. */
export const part = (whole, key) => (whole === null || whole === undefined ? undefined : whole[key]);

/** The one at this place in a list that may not be there. */
export const at = (list, place) => list?.at?.(place);

export const hasOwnProperty = (thing, key) => thing?.hasOwnProperty(key);

/** As it is compared: a number for a date, the thing itself for what the server sends. */
export const valueOf = (thing) => thing?.valueOf?.();

export const or = (thing, otherwise) => thing ?? otherwise;

export const named = (displayName, component) => Object.assign(component, { displayName });
