/**
 * Counts over time. `<figure data-island="timeline">` before a table: a row a day, month or year, a column of numbers a series.
 *
 * Each series has a line of bars of its own, one below the other on one axis of time, so that nothing is told by colour.
 */

import { axisX, barY, gridX, plot, rectY, ruleY, text } from "@observablehq/plot";
import { chart, cut, room } from "./lib/chart.js";
import { island } from "./lib/island.js";
import { columns, tableOf } from "./lib/table.js";

const LANE = 46; // pixels a series
const LANES_MOST = 14; // what has fewest counts beyond these stands in the table alone
const INTERVALS = { 4: ["year", 365.25], 7: ["month", 30.44], 10: ["day", 1] }; // by how long a period is written: its name, its days
const DAY = 86_400_000; // in milliseconds
const WIDEST = 56; // pixels a period: three days are no wall
const FEW = 16; // periods that each have a tick of their own
const TICK = 36; // pixels that the name of a period needs

island("timeline", (figure) => {
  const table = tableOf(figure);
  if (!table) throw new Error("there is no table to draw");
  const { series, rows } = columns(table);
  const periods = rows.map((row) => ({ ...row, time: new Date(row.key) })).filter(({ time }) => !Number.isNaN(time.valueOf()));
  if (!periods.length || !series.length) return;
  const totals = series.map((name, at) => ({ name, at, total: sum(periods.map(({ counts }) => counts[at])) }));
  const lanes = totals.filter(({ total }) => total).slice(0, LANES_MOST); // in the table's order, which has the rest at its end
  if (lanes.length) chart(figure, told(lanes, periods), (width) => draw(lanes, periods, width));
});

function sum(numbers) {
  return numbers.reduce((total, number) => total + (number ?? 0), 0);
}

function told(lanes, periods) {
  const first = periods.reduce((one, other) => (one.time < other.time ? one : other));
  const last = periods.reduce((one, other) => (one.time > other.time ? one : other));
  const totals = lanes.map(({ name, total }) => `${name} ${total.toLocaleString("en")}`).join(", ");
  return `Bars over time from ${first.key} to ${last.key}: ${totals}. The table has the numbers.`;
}

function draw(lanes, periods, width) {
  const [interval, days] = INTERVALS[periods[0].key.length] ?? INTERVALS[10];
  const times = periods.map(({ time }) => time.valueOf());
  const spans = Math.round((Math.max(...times) - Math.min(...times)) / DAY / days) + 1;
  const names = lanes.map(({ name, total }) => `${name} ${total.toLocaleString("en")}`);
  const left = room(names, { most: width * 0.34 });
  const bars = lanes.flatMap(({ name, at }) =>
    periods.map(({ time, key, counts }) => ({ name, time, key, count: counts[at] ?? 0, middle: new Date(time.valueOf() + (days * DAY) / 2) })),
  );
  const most = Math.max(...bars.map(({ count }) => count));
  const drawn = Math.min(width, left + 24 + spans * WIDEST);
  const ticks = spans <= FEW && (drawn - left) / spans >= TICK ? interval : Math.max(2, Math.floor((drawn - left) / TICK / 2));
  return plot({
    width: drawn,
    height: lanes.length * LANE + 44,
    marginLeft: left,
    marginRight: 12,
    marginTop: 8,
    marginBottom: 30,
    x: { type: "utc", label: null },
    y: { axis: null, domain: [0, most * 1.25] },
    fy: { domain: lanes.map(({ name }) => name), axis: null, padding: 0.08 },
    marks: [
      gridX({ className: "plot-grid" }),
      rectY(bars.filter(({ count }) => count), { x: "time", y: "count", fy: "name", interval, inset: 0.5, className: "plot-bars", title }),
      text(
        bars.filter(({ count }) => count === most),
        { x: "middle", y: "count", fy: "name", text: "count", dy: -6, className: "plot-most" },
      ),
      ruleY([0], { className: "plot-base" }),
      text(lanes, {
        fy: "name",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        text: ({ name, total }) => `${cut(name, left - total.toLocaleString("en").length * 7)} ${total.toLocaleString("en")}`,
        title: "name",
        className: "plot-lanes",
      }),
      axisX({ anchor: "bottom", tickSize: 4, label: null, className: "plot-axis", ticks }),
    ],
  });
}

function title({ name, key, count }) {
  return `${key}, ${name}: ${count.toLocaleString("en")}`;
}
