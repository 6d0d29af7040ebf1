/** The one script that every page asks for: htmx and the keys at once, an island's own code where there is such an island. */

import "./lib/htmx.js";
import "./keys.js";
import { within } from "./lib/island.js";

const ISLANDS = {
  report: () => import("./report.js"),
  map: () => import("./map.js"),
  timeline: () => import("./timeline.js"),
  counts: () => import("./counts.js"),
  desk: () => import("./desk.js"),
};

function ask(root) {
  for (const element of within(root, "[data-island]")) ISLANDS[element.dataset.island]?.();
}

document.documentElement.dataset.script = "on";
ask(document);
document.addEventListener("htmx:load", (event) => ask(event.target));
