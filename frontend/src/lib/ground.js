/** Land and borders of Natural Earth, by way of world-atlas, and the projection that shows what is claimed. */

import { geoBounds, geoGraticule, geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import coarse from "world-atlas/countries-110m.json";
import fine from "world-atlas/countries-50m.json";

const WIDE_DEGREES = 70; // beyond this span the coarse outlines are as good to look at, and seven times smaller
const LEAST_DEGREES = 3; // a single place is shown with this much around it: enough to see a coast or a border
const AROUND = 3; // sizes of the map that are drawn beyond each of its sides, to move and zoom out to
const GREATEST_LATITUDE = 80;
const GRID_DEGREES = [30, 10, 5, 2, 1, 0.5]; // the first of which the extent has four

const asked = new Map();

/** The atlas as it was shipped, asked for once a page. */
async function atlas(name) {
  if (!asked.has(name)) {
    asked.set(name, fetch(new URL(name, import.meta.url)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))));
  }
  return asked.get(name);
}

/**
 * @param {[number, number][]} points longitudes and latitudes
 * @returns {{centre: number, west: number, east: number, south: number, north: number, wide: boolean}} in degrees; west and
 *   east from the centre
 */
export function extent(points) {
  const [[west, south], [east, north]] = geoBounds({ type: "MultiPoint", coordinates: points });
  const width = east >= west ? east - west : east - west + 360;
  const middle = (south + north) / 2;
  const half = Math.max(width, LEAST_DEGREES) / 2;
  const tall = Math.max(north - south, LEAST_DEGREES) / 2;
  const within = (degrees) => Math.max(-GREATEST_LATITUDE, Math.min(GREATEST_LATITUDE, degrees));
  return {
    centre: ((west + width / 2 + 540) % 360) - 180,
    west: -half,
    east: half,
    south: within(middle - tall),
    north: within(middle + tall),
    wide: width > WIDE_DEGREES,
  };
}

/** A Mercator map of an extent: shapes stay true however far it is zoomed. */
export function projection(shown, { width, height, margin }) {
  const corners = [
    [shown.centre + shown.west, shown.south],
    [shown.centre + shown.east, shown.north],
  ];
  return geoMercator()
    .rotate([-shown.centre, 0])
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      { type: "MultiPoint", coordinates: corners },
    )
    .clipExtent(
      shown.wide
        ? null
        : [
            [-AROUND * width, -AROUND * height],
            [(1 + AROUND) * width, (1 + AROUND) * height],
          ],
    );
}

/**
 * @returns {Promise<{grid: string, land: string, coast: string, borders: string, names: {name: string, at: [number, number],
 *   size: number}[]}>} paths, and the names of countries where the middle of what is drawn of them lies
 */
export async function ground(shown, project, size) {
  const topology = await atlas(shown.wide ? coarse : fine);
  const path = geoPath(project).digits(1);
  const countries = topology.objects.countries;
  const within = shown.wide ? () => true : near(shown, project, size);
  const kept = countries.geometries.map((geometry) => [geometry, feature(topology, geometry)]).filter(([, country]) => within(country));
  const some = { ...countries, geometries: kept.map(([geometry]) => geometry) };
  const drawn = kept.map(([, country]) => country);
  return {
    grid: path(grid(shown)) ?? "",
    land: path({ type: "FeatureCollection", features: drawn }) ?? "",
    coast: path(mesh(topology, some, (one, other) => one === other)) ?? "",
    borders: path(mesh(topology, some, (one, other) => one !== other)) ?? "",
    names: drawn.map((country) => named(country, path)).filter(Boolean),
  };
}

/** Whether anything of a country may lie on what is drawn: projecting all of the world takes ten times as long. */
function near({ centre }, project, { width, height }) {
  const reach = ((AROUND + 0.5) * width * 180) / (Math.PI * project.scale());
  const north = project.invert([width / 2, -AROUND * height])[1];
  const south = project.invert([width / 2, (1 + AROUND) * height])[1];
  const inside = ([longitude, latitude]) => {
    const east = ((longitude - centre + 540) % 360) - 180;
    return [east < -reach ? -1 : east > reach ? 1 : 0, latitude < south ? -1 : latitude > north ? 1 : 0];
  };
  return ({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).some(([ring]) => reaches(ring, inside));
}

/** Whether the box of a ring meets the window, told by on which sides of it its points lie. */
function reaches(ring, inside) {
  const sides = ring.map(inside);
  return [0, 1].every((axis) => !sides.every((side) => side[axis] === -1) && !sides.every((side) => side[axis] === 1));
}

/** Meridians and parallels, so that a place at sea has something to stand against. */
function grid({ east, west }) {
  const step = GRID_DEGREES.find((degrees) => (east - west) / degrees >= 4) ?? GRID_DEGREES.at(-1);
  return geoGraticule().step([step, step]).precision(step / 8)();
}

function named(country, path) {
  const size = path.area(country);
  if (!size || !country.properties.name) return null;
  const at = path.centroid(country);
  return at.every(Number.isFinite) ? { name: country.properties.name, at, size } : null;
}
