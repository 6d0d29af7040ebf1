/** What both charts share: Observable Plot under a policy that allows no style but the style sheet's, and drawing again when the width changes. */

import { h } from "./island.js";

/**
 * Draws a chart into a figure, before its caption.
 *
 * @param {HTMLElement} figure
 * @param {string} told what the chart shows, for those who do not see it
 * @param {(width: number) => SVGElement} draw given the width in pixels
 */
export function chart(figure, told, draw) {
  const frame = h("div", { class: "plot-frame", role: "img", "aria-label": told });
  figure.prepend(frame);
  let width = 0;
  const again = () => {
    if (Math.abs(frame.clientWidth - width) < 2) return;
    width = frame.clientWidth;
    frame.replaceChildren(plain(draw(width)));
  };
  again();
  new ResizeObserver(again).observe(frame);
}

/**
 * Plot puts a style element into each drawing, which the page's policy refuses; islands.css says the same. Its names for groups of
 * shapes say nothing to a reader: the frame has the words for all of it.
 */
function plain(svg) {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const group of svg.querySelectorAll("[aria-label], [aria-description]")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  svg.setAttribute("class", "plot");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

/** How much room the longest of some words needs beside a chart, in pixels. */
export function room(names, { letter = 6.6, most }) {
  return Math.min(most, Math.max(...names.map((name) => name.length), 1) * letter + 14);
}

/** The words, cut where they need more than the room. */
export function cut(name, pixels, letter = 6.6) {
  const letters = Math.max(4, Math.floor((pixels - 14) / letter));
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
