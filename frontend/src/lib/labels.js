/** Names beside marks: as many as there is room for, those with most claims first. */

const LETTER = 6.3; // mean width of a letter at the labels' size, in pixels
const WIDE_LETTER = 9; // of the names of countries, which are spaced
const LINE = 14;
const BUTTONS = { width: 52, height: 128 }; // the corner where the map's buttons stand

/**
 * @param {{x: number, y: number, r: number, name: string}[]} marks in the order in which they get their names
 * @param {{width: number, height: number}} size
 * @returns {{where: {x: number, y: number, end: boolean}[], free: (name: string, x: number, y: number) => boolean}} where each
 *   name is to stand, null where there is no room, `end` for one that ends there; and whether another still fits around a point
 */
export function placed(marks, { width, height }) {
  const circles = marks.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const taken = [{ left: width - BUTTONS.width, right: width, top: 0, bottom: BUTTONS.height }];
  const inside = (box) => box.left > 2 && box.right < width - 2 && box.top > 0 && box.bottom < height;
  const where = marks.map(({ x, y, r, name }, own) => {
    const long = name.length * LETTER;
    for (const [left, end] of [[x + r + 4, false], [x - r - 4 - long, true]]) {
      const box = { left, right: left + long, top: y - LINE / 2, bottom: y + LINE / 2 };
      const free = !taken.some((other) => over(box, other)) && !circles.some((other, index) => index !== own && over(box, other));
      if (!inside(box) || !free) continue;
      taken.push(box);
      return { x: end ? x - r - 4 : left, y, end };
    }
    return null;
  });
  const free = (name, x, y) => {
    const half = (name.length * WIDE_LETTER) / 2;
    const box = { left: x - half, right: x + half, top: y - LINE, bottom: y };
    return inside(box) && ![...taken, ...circles].some((other) => over(box, other));
  };
  return { where, free };
}

function over(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
