/**
 * Counts side by side. `<figure data-island="counts">` before a table: a row a thing counted, a column of numbers each its own chart,
 * or only those that `data-columns` names ("Statements; Unnamed sources").
 */

import { barX, plot, ruleX, text } from "@observablehq/plot";
import { chart, cut, room } from "./lib/chart.js";
import { island } from "./lib/island.js";
import { columns, tableOf } from "./lib/table.js";

const ROW = 24; // pixels a bar
const ROWS_MOST = 30; // more bars than these are better read in the table
const NARROW = 130; // pixels that a column of bars needs, so that a phone shows fewer of them

island("counts", (figure) => {
  const table = tableOf(figure);
  if (!table) throw new Error("there is no table to draw");
  const { series, rows } = columns(table);
  const named = figure.dataset.columns?.split(";").map((name) => name.trim());
  const wanted = series.map((name, at) => ({ name, at })).filter(({ name }) => !named || named.includes(name));
  const shown = rows.slice(0, ROWS_MOST).map((row, index) => ({ ...row, index }));
  if (shown.length && wanted.length) chart(figure, told(shown, wanted, rows), (width) => draw(shown, wanted, width));
});

function told(shown, wanted, rows) {
  const some = shown.length < rows.length ? `the first ${shown.length} of ${rows.length} rows` : `${rows.length} rows`;
  return `Bars for ${some}, by ${wanted.map(({ name }) => name).join(", ")}. The table has the numbers.`;
}

function draw(shown, wanted, width) {
  const left = room(shown.map(({ label }) => label), { most: width * 0.36 });
  const facets = wanted.slice(0, Math.max(1, Math.floor((width - left) / NARROW)));
  const bars = facets.flatMap(({ name, at }) => shown.map((row) => bar(row, name, at, most(shown, at))));
  return plot({
    width,
    height: shown.length * ROW + 40,
    marginLeft: left,
    marginRight: 34,
    marginTop: 30,
    marginBottom: 6,
    x: { axis: null, domain: [0, 1] },
    y: { axis: null, domain: shown.map(({ index }) => index), padding: 0.25 },
    fx: { domain: facets.map(({ name }) => name), axis: null, padding: 0.16 },
    marks: [
      barX(bars, { x: "part", y: "index", fx: "name", className: "plot-bars", title: "told" }),
      text(bars, { x: "part", y: "index", fx: "name", text: "shown", textAnchor: "start", dx: 4, className: "plot-numbers" }),
      ruleX([0], { className: "plot-base" }),
      text(shown, {
        y: "index",
        fx: () => facets[0].name,
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        text: ({ label }) => cut(label, left),
        title: "label",
        className: "plot-lanes",
      }),
      text(facets, { fx: "name", text: "name", frameAnchor: "top-left", dy: -16, className: "plot-heads" }),
    ],
  });
}

/** Each column has a scale of its own: its greatest number fills it. What is told is what stands in the table. */
function bar({ index, label, counts, written }, name, at, greatest) {
  const shown = written[at] || "–";
  return { name, index, part: greatest ? (counts[at] ?? 0) / greatest : 0, shown, told: `${label}, ${name}: ${shown}` };
}

function most(shown, at) {
  return Math.max(0, ...shown.map(({ counts }) => counts[at] ?? 0));
}
