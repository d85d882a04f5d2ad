/* Where notes hang on a wall, page by page. Only rules: what is drawn is up to the pager. */

/** A page has so many fine rows; a note takes as many as its text needs. */
export const ROWS = 24;

const WHOLE_WALL = 80_000; // everything has been on the screen once within this time
const LONGEST = 12_000;
const SHORTEST = 5000;

/** For how long a page stays, when there are so many. */
export const turnOf = (pages) => Math.max(SHORTEST, Math.min(LONGEST, WHOLE_WALL / pages));

/** The shapes that a note may have, the one that takes least first: `{ columns, rows }`. There is always one. */
export function shapesOf(measured, { least, unit, gap }) {
  const whole = measured.filter(({ isBroken }) => !isBroken);
  const sizes = whole.length ? whole : measured;
  const widest = Math.max(...sizes.map(({ columns }) => columns));
  return sizes
    .map((size) => ({ columns: size.columns, rows: Math.max(least, Math.ceil((size.height + gap) / unit)) }))
    .filter(({ columns: wide, rows }) => rows <= ROWS || wide === widest)
    .map(({ columns: wide, rows }) => ({ columns: wide, rows: Math.min(rows, ROWS) }))
    .sort((one, other) => one.columns * one.rows - other.columns * other.rows || one.columns - other.columns);
}

class Page {
  constructor(columns) {
    this.columns = columns;
    this.taken = Array.from({ length: ROWS }, () => Array(columns).fill(false));
  }

  isFree({ row, column, columns, rows }) {
    if (row + rows > ROWS || column + columns > this.columns) return false;
    return this.taken.slice(row, row + rows).every((line) => !line.slice(column, column + columns).includes(true));
  }

  take({ row, column, columns, rows }) {
    for (let at = row; at < row + rows; at += 1) this.taken[at].fill(true, column, column + columns);
  }

  spotFor(shape) {
    for (let row = 0; row + shape.rows <= ROWS; row += 1)
      for (let column = 0; column + shape.columns <= this.columns; column += 1)
        if (this.isFree({ ...shape, row, column })) return { ...shape, row, column };
    return null;
  }
}

/** The place a note had, as large as it is now; null where the note does not fit any more. */
function placeOfBefore(before, shapes) {
  const shape = before && shapes.find(({ columns }) => columns === before.columns);
  return shape ? { ...before, rows: Math.max(before.rows, shape.rows) } : null;
}

/**
 * A place for every note: `{ page, row, column, columns, rows }` by id. Who hangs already stays where
 * it is; who comes takes the first room there is, so that pages fill and nothing else moves.
 */
export function hang(notes, columns, before = new Map()) {
  const pages = [];
  const places = new Map();
  const put = (id, page, place) => {
    while (pages.length <= page) pages.push(new Page(columns));
    if (!pages[page].isFree(place)) return false;
    pages[page].take(place);
    places.set(id, { ...place, page });
    return true;
  };
  for (const { id, shapes } of notes) {
    const place = placeOfBefore(before.get(id), shapes);
    if (place) put(id, place.page, place);
  }
  for (const { id, shapes } of notes) {
    for (let page = 0; !places.has(id); page += 1) {
      if (page === pages.length) pages.push(new Page(columns));
      const spot = shapes.map((shape) => pages[page].spotFor(shape)).find(Boolean);
      if (spot) put(id, page, spot);
    }
  }
  return places;
}

/** How many pages these places take. */
export const pagesOf = (places) => 1 + Math.max(0, ...[...places.values()].map(({ page }) => page));
