/**
 * A map of claims. `<figure data-island="map" data-src="….geojson">` before a table whose rows bear `data-feature`.
 *
 * Size says how many claims or statements, the stroke how precise a place is; colour says nothing. Beside it stands a list of the same places,
 * to be walked with Tab: what has the focus there is lit on the map and in the table, and the other way round.
 */

import { drawing } from "./lib/drawing.js";
import { h, island } from "./lib/island.js";
import { KINDS, counted, counting, spots } from "./lib/places.js";

const SIDE_MOST = 60; // entries of the list beside the map; the table has them all

island("map", async (figure) => {
  const answer = await fetch(figure.dataset.src, { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(`${figure.dataset.src} answered ${answer.status}`);
  const collection = await answer.json();
  const found = spots(collection);
  const shown = found.filter(({ at }) => at);
  const lighting = lights(figure);
  const noun = counting(collection);
  const list = side(shown, found.filter(({ at }) => !at), lighting, noun);
  const frame = h("div", { class: "map-frame" }, credit(collection));
  const box = h("div", { class: "map-box" }, frame, list);
  figure.prepend(box, legend(shown, noun));
  if (!shown.length) return frame.remove();
  try {
    await drawing(frame, shown, lighting, `${shown.length} places, the largest mark ${most(shown, noun)}`, noun);
  } catch (error) {
    frame.remove();
    throw error;
  }
});

/** Whose outlines and points these are, on the map itself; the caption says it in full. */
function credit({ attribution = "" }) {
  const points = ["GeoNames"].filter((name) => attribution.includes(name));
  return h("p", { class: "map-credit", "aria-hidden": "true" }, ["Borders as drawn by Natural Earth", ...points].join(" · "));
}

function most([first], noun) {
  return `${first.name} with ${counted(first.claims, noun)}`;
}

/**
 * What is lit, everywhere at once.
 *
 * @param {HTMLElement} figure
 */
function lights(figure) {
  const listeners = [];
  const rows = new Map([...document.querySelectorAll("[data-feature]")].map((row) => [row.dataset.feature, row]));
  let lit = null;
  const light = (id, { from } = {}) => {
    if (id === lit) return;
    rows.get(lit)?.classList.remove("lit");
    rows.get(id)?.classList.add("lit");
    lit = id;
    for (const listen of listeners) listen(id, from);
  };
  for (const [id, row] of rows) {
    for (const begins of ["pointerenter", "focusin"]) row.addEventListener(begins, () => light(id, { from: "table" }));
    for (const ends of ["pointerleave", "focusout"]) row.addEventListener(ends, () => light(null));
  }
  return { light, listen: (listener) => listeners.push(listener), link: (id) => rows.get(id)?.querySelector("a[href]")?.href, figure };
}

/** The places as a list beside the map, and below it how many claims or statements have no place on it. */
function side(shown, without, { light, listen, link }, noun) {
  const entries = new Map();
  const list = h("ol", {}, ...shown.slice(0, SIDE_MOST).map((spot) => entry(spot)));
  listen((id, from) => {
    for (const [one, element] of entries) element.classList.toggle("lit", one === id);
    if (id && from === "map") reveal(entries.get(id), list);
  });
  return h(
    "div",
    { class: "map-side" },
    h("h2", {}, "Places on the map"),
    list,
    shown.length > SIDE_MOST ? h("p", {}, `${shown.length - SIDE_MOST} more stand in the table.`) : "",
    missing(without, noun),
  );

  function entry(spot) {
    const href = link(spot.id);
    const name = h("bdi", {}, spot.name);
    const one = href ? h("a", { href }, name) : h("button", { type: "button" }, name);
    const kind = spot.kind === "point" ? "" : h("small", {}, KINDS[spot.kind]);
    const item = h("li", {}, one, " ", h("span", {}, counted(spot.claims, noun)), " ", kind);
    entries.set(spot.id, item);
    for (const begins of ["pointerenter", "focusin"]) item.addEventListener(begins, () => light(spot.id, { from: "list" }));
    for (const ends of ["pointerleave", "focusout"]) item.addEventListener(ends, () => light(null));
    return item;
  }
}

/** Scrolls the list alone, never the page. */
function reveal(item, list) {
  if (!item) return;
  const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}

function missing(without, noun) {
  if (!without.length) return "";
  const claims = without.reduce((sum, spot) => sum + spot.claims, 0);
  const names = without.map(({ name, claims: number }) => h("li", {}, h("bdi", {}, name), ` ${counted(number, noun)}`));
  return h("details", {}, h("summary", {}, `${counted(claims, noun)} without a place on the map`), h("ul", {}, ...names));
}

/** Only what is on this map. */
function legend(shown, noun) {
  const kinds = Object.keys(KINDS).filter((kind) => shown.some((spot) => spot.kind === kind));
  if (!kinds.length) return "";
  const keys = kinds.map((kind) => h("li", {}, h("span", { class: `map-key ${kind}` }), ` ${KINDS[kind]}`));
  return h("ul", { class: "map-legend", "aria-label": "How to read the map" }, ...keys, h("li", {}, `the larger, the more ${noun}s`));
}
