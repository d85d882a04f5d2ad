/* Where something that is dragged along a list would come to stand. */

/** The place in the list for an item at `from`, of which the middle is at `middle` now. */
export function placeOf(boxes, from, middle) {
  let place = from;
  boxes.forEach(({ top, height }, index) => {
    const half = top + height / 2;
    if (index < from && middle < half) place = Math.min(place, index);
    if (index > from && middle > half) place = index;
  });
  return place;
}

/** How far each item gives way while the one at `from` is held above `to`, of this height. */
export const givesWay = (index, from, to, height) => {
  if (index > from && index <= to) return -height;
  if (index < from && index >= to) return height;
  return 0;
};
