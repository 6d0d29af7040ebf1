/**
 * Counts side by side. `<figure data-island="counts">` before a table: a row a thing counted, a column of numbers each its own chart,
 * or only those that `data-columns` names ("Statements; Unnamed sources"). Shares have one scale: `data-whole` is what fills a bar.
 */

import { barX, plot, ruleX, text } from "@observablehq/plot";
import { chart, cut, room } from "./lib/chart.js";
import { island } from "./lib/island.js";
import { columns, tableOf } from "./lib/table.js";

const ROW = 24; // pixels a bar
const ROWS_MOST = 30; // more bars than these are better read in the table
const LETTER = 6.6; // pixels of a letter or figure
const LEAST = 30; // pixels that the longest bar of a column needs at least; where there is less room, fewer columns are drawn

island("counts", (figure) => {
  const table = tableOf(figure);
  if (!table) throw new Error("there is no table to draw");
  const { series, rows } = columns(table);
  const named = figure.dataset.columns?.split(";").map((name) => name.trim());
  const wanted = series.map((name, at) => ({ name, at })).filter(({ name }) => !named || named.includes(name));
  const shown = rows.slice(0, ROWS_MOST).map((row, index) => ({ ...row, index }));
  if (shown.length && wanted.length) chart(figure, told(shown, wanted, rows), (width) => draw(shown, wanted, width, Number(figure.dataset.whole)));
});

function told(shown, wanted, rows) {
  const some = shown.length < rows.length ? `the first ${shown.length} of ${rows.length} rows` : `${rows.length} rows`;
  return `Bars for ${some}, by ${wanted.map(({ name }) => name).join(", ")}. The table has the numbers.`;
}

function draw(shown, wanted, width, whole) {
  const left = room(shown.map(({ label }) => label), { most: width * 0.36 });
  const numbers = Math.max(...shown.flatMap(({ brief }) => wanted.map(({ at }) => brief[at].length))) * LETTER + 12;
  const heads = Math.max(...wanted.map(({ name }) => name.length)) * LETTER;
  const facets = wanted.slice(0, Math.max(1, Math.floor((width - left) / Math.max(LEAST + numbers, heads))));
  const bars = facets.flatMap(({ name, at }) => shown.map((row) => bar(row, name, at, whole || most(shown, at))));
  const free = Math.min(0.7, numbers / ((width - left) / facets.length)); // of a column, behind its longest bar
  return plot({
    width,
    height: shown.length * ROW + 40,
    marginLeft: left,
    marginRight: 4,
    marginTop: 30,
    marginBottom: 6,
    x: { axis: null, domain: [0, 1 / (1 - free)] },
    y: { axis: null, domain: shown.map(({ index }) => index), padding: 0.25 },
    fx: { domain: facets.map(({ name }) => name), axis: null, padding: 0.06 },
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

/** Each column has a scale of its own, which its greatest number fills, unless all have one. What is told is what stands in the table. */
function bar({ index, label, counts, written, brief }, name, at, greatest) {
  const part = greatest ? (counts[at] ?? 0) / greatest : 0;
  return { name, index, part, shown: brief[at] || "–", told: `${label}, ${name}: ${written[at] || "–"}` };
}

function most(shown, at) {
  return Math.max(0, ...shown.map(({ counts }) => counts[at] ?? 0));
}
