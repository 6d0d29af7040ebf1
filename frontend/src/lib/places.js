/** Claims at places, out of a GeoJSON twin: one mark a place, sized by its claims; those without a point are counted apart. */

import { geoCentroid } from "d3-geo";

/**
 * @typedef {object} Spot
 * @property {string} id what rows of the page's table call it in `data-feature`
 * @property {string} name
 * @property {number} claims
 * @property {"point" | "middle" | "bounds" | "none"} kind whether its point is one, the middle of an area, or none
 * @property {[number, number] | null} at longitude and latitude in degrees
 * @property {object | null} area a GeoJSON geometry, where bounds are known
 */

/**
 * @param {{features: object[]}} collection a feature a place with its count, or a feature a claim
 * @returns {Spot[]} those with most claims first
 */
export function spots(collection) {
  const found = new Map();
  const counts = collection.features.filter(({ properties: told }) => given(told) !== undefined);
  for (const feature of counts.length ? counts : collection.features) {
    const spot = read(feature);
    const key = `${spot.id} ${spot.at}`;
    const known = found.get(key);
    if (known) known.claims += spot.claims;
    else found.set(key, spot);
  }
  return [...found.values()].sort((one, other) => other.claims - one.claims || one.name.localeCompare(other.name));
}

/** The claims of a place, where a feature is a place; what stands beside such features are those claims themselves. */
function given({ claims, statements }) {
  return claims ?? statements;
}

/** What is counted: a page that counts a place counts the statements that tell of it; elsewhere each feature is a claim. */
export function counting({ features }) {
  return features.some(({ properties: told }) => given(told) !== undefined) ? "statement" : "claim";
}

/** A number with what it counts. */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : `${noun}s`}`;
}

/** @returns {Spot} */
function read({ id, geometry, properties: told }) {
  const name = told.name ?? told.place ?? "a place without a name";
  return {
    id: String(given(told) === undefined ? (told.place ?? id) : id),
    name,
    claims: given(told) ?? 1,
    kind: kind(geometry, told),
    at: geometry && (geometry.type === "Point" ? geometry.coordinates : geoCentroid(turned(geometry))),
    area: geometry && geometry.type !== "Point" ? turned(geometry) : null,
  };
}

function kind(geometry, { geometry_is: is, centroid }) {
  if (!geometry) return "none";
  if (geometry.type !== "Point") return "bounds";
  return is === "middle" || centroid ? "middle" : "point";
}

/** RFC 7946 winds rings the other way round than d3 does, which would draw all the world but the area. */
function turned(geometry) {
  const polygon = (rings) => rings.map((ring) => [...ring].reverse());
  if (geometry.type === "Polygon") return { ...geometry, coordinates: polygon(geometry.coordinates) };
  if (geometry.type === "MultiPolygon") return { ...geometry, coordinates: geometry.coordinates.map(polygon) };
  return geometry;
}

/** What each kind is called, in the legend and in the list. */
export const KINDS = { point: "a point", middle: "middle of an area", bounds: "bounds of an area" };
