/** The drawing itself: ground, marks and names in SVG, moved and zoomed by pointer, touch and keys. */

import { geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { extent, ground, projection } from "./ground.js";
import { h } from "./island.js";
import { placed } from "./labels.js";
import { counted } from "./places.js";

const SMALLEST = 4;
const LARGEST = 20; // radius in pixels of the mark with most claims
const ZOOM = { least: 1 / 6, most: 60, step: 1.6 };
const PAN = 0.2; // of the map's size, a press of an arrow
const KEYS = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const COUNTRY_LEAST = 9000; // square pixels on the screen that a country needs to bear its name

/**
 * Draws into a frame, and again when the frame's width changes.
 *
 * @param {HTMLElement} frame
 * @param {import("./places.js").Spot[]} spots those with a point, most claims first
 * @param {{light: Function, listen: Function}} lighting
 * @param {string} told what the map shows, for those who do not see it
 * @param {string} noun what a mark counts
 */
export async function drawing(frame, spots, { light, listen }, told, noun) {
  const svg = select(frame).append("svg").attr("aria-hidden", "true").attr("class", "map-svg");
  const layers = Object.fromEntries(["ground", "areas", "names", "marks", "labels"].map((name) => [name, svg.append("g").attr("class", name)]));
  const shown = extent(spots.flatMap(corners));
  const map = { frame, spots, noun, svg, layers, shown, lit: null };
  map.zoom = zoom().filter(allowed(frame)).on("zoom", () => redraw(map));
  svg.call(map.zoom).on("dblclick.zoom", null);
  controls(map, told);
  listen((id, from) => {
    map.lit = id;
    if (id && (from === "list" || from === "table")) bring(map, id);
    redraw(map);
  });
  map.light = light;
  await fit(map);
  let width = frame.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(frame.clientWidth - width) < 2) return;
    width = frame.clientWidth;
    fit(map);
  }).observe(frame);
}

function corners(spot) {
  return spot.area ? spot.area.coordinates.flat(spot.area.type === "Polygon" ? 1 : 2) : [spot.at];
}

/** A wheel over the page scrolls the page, and one finger too; the map takes them with Ctrl, with the focus, with two fingers. */
function allowed(frame) {
  return (event) => {
    if (event.type === "wheel") return event.ctrlKey || event.metaKey || frame.contains(document.activeElement);
    if (event.type.startsWith("touch")) return event.touches.length > 1;
    return !event.ctrlKey && !event.button;
  };
}

/** Lays the map out for the frame as wide as it is. */
async function fit(map) {
  const width = Math.max(280, map.frame.clientWidth);
  const height = Math.round(Math.max(260, Math.min(620, width * 0.62)));
  Object.assign(map, { width, height });
  map.svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
  const project = projection(map.shown, { width, height, margin: 56 });
  const { names, ...outlines } = await ground(map.shown, project, map);
  const path = geoPath(project).digits(1);
  map.points = map.spots.map((spot) => ({ spot, at: project(spot.at), r: radius(spot, map.spots[0], width) }));
  map.countries = names;
  const ordered = ["land", "coast", "borders", "grid"].map((name) => [name, outlines[name]]);
  map.layers.ground.selectAll("path").data(ordered).join("path").attr("class", ([name]) => name).attr("d", ([, d]) => d);
  const areas = map.spots.filter(({ area }) => area);
  map.layers.areas.selectAll("path").data(areas).join("path").attr("d", ({ area }) => path(area));
  map.zoom.scaleExtent([ZOOM.least, ZOOM.most]).extent([[0, 0], [width, height]]);
  map.zoom.translateExtent([[-3 * width, -3 * height], [4 * width, 4 * height]]);
  map.svg.call(map.zoom.transform, zoomIdentity);
}

/** The area of a mark is to its claims as that of the largest to its own. */
function radius({ claims }, { claims: most }, width) {
  const largest = Math.min(LARGEST, width / 28) * Math.min(1, 0.4 + Math.log10(most + 1) / 2);
  return Math.max(SMALLEST, largest * Math.sqrt(claims / most));
}

function redraw(map) {
  const at = zoomTransform(map.svg.node());
  map.layers.ground.attr("transform", at);
  map.layers.areas.attr("transform", at).selectAll("path").classed("lit", ({ id }) => id === map.lit);
  const marks = map.points.map(({ spot, at: [x, y], r }) => ({ spot, r, x: at.applyX(x), y: at.applyY(y), name: spot.name }));
  map.layers.marks
    .selectAll("circle")
    .data(marks, ({ spot }) => spot.id)
    .join((enter) => enter.append("circle").call(pointed, map))
    .attr("class", ({ spot }) => `mark ${spot.kind}`)
    .classed("lit", ({ spot }) => spot.id === map.lit)
    .attr("r", ({ r }) => r)
    .attr("cx", ({ x }) => x)
    .attr("cy", ({ y }) => y);
  countries(map, at, label(map, marks));
}

function pointed(circles, map) {
  circles.append("title").text(({ spot }) => `${spot.name}: ${counted(spot.claims, map.noun)}`);
  circles.on("pointerenter", (_, { spot }) => map.light(spot.id, { from: "map" })).on("pointerleave", () => map.light(null));
}

/** Names the marks, what is lit before anything else; gives whether there is still room for a name somewhere. */
function label(map, marks) {
  const first = [...marks].sort((one, other) => (other.spot.id === map.lit) - (one.spot.id === map.lit));
  const { where, free } = placed(first, map);
  const named = first.map((mark, index) => ({ ...mark, where: where[index] })).filter(({ where: place }) => place);
  map.layers.labels
    .selectAll("text")
    .data(named, ({ spot }) => spot.id)
    .join("text")
    .text(({ name }) => name)
    .classed("lit", ({ spot }) => spot.id === map.lit)
    .attr("text-anchor", ({ where: { end } }) => (end ? "end" : "start"))
    .attr("x", ({ where: { x } }) => x)
    .attr("y", ({ where: { y } }) => y)
    .attr("dy", "0.33em");
  return free;
}

function countries(map, at, free) {
  const named = map.countries
    .filter(({ size }) => size * at.k * at.k > COUNTRY_LEAST)
    .map(({ name, at: [x, y] }) => ({ name, x: at.applyX(x), y: at.applyY(y) }))
    .filter(({ name, x, y }) => free(name, x, y));
  map.layers.names
    .selectAll("text")
    .data(named, ({ name }) => name)
    .join("text")
    .text(({ name }) => name)
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y);
}

/** Moves what is lit elsewhere into view. */
function bring(map, id) {
  const point = map.points?.find(({ spot }) => spot.id === id);
  if (!point) return;
  const at = zoomTransform(map.svg.node());
  const [x, y] = at.apply(point.at);
  const inside = x > 10 && y > 10 && x < map.width - 10 && y < map.height - 10;
  if (!inside) map.svg.call(map.zoom.translateTo, ...point.at);
}

/** Keys on the frame, and buttons for those who have none. */
function controls(map, told) {
  const { frame, svg } = map;
  const by = (factor) => svg.call(map.zoom.scaleBy, factor);
  const whole = () => svg.call(map.zoom.transform, zoomIdentity);
  const button = (text, label, act) => {
    const made = h("button", { type: "button", "aria-label": label, title: label }, text);
    made.addEventListener("click", act);
    return made;
  };
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", `Map: ${told}. Arrow keys move it, plus and minus zoom, 0 shows all.`);
  frame.tabIndex = 0;
  const buttons = [button("+", "Zoom in", () => by(ZOOM.step)), button("−", "Zoom out", () => by(1 / ZOOM.step)), button("⤢", "Show all", whole)];
  frame.append(h("div", { class: "map-buttons" }, ...buttons));
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = map;
    const { k } = zoomTransform(svg.node());
    if (event.key in KEYS) {
      const [x, y] = KEYS[event.key];
      svg.call(map.zoom.translateBy, (x * PAN * width) / k, (y * PAN * height) / k);
    } else if (event.key === "+" || event.key === "=") by(ZOOM.step);
    else if (event.key === "-") by(1 / ZOOM.step);
    else if (event.key === "0") whole();
    else return;
    event.preventDefault();
  });
}
