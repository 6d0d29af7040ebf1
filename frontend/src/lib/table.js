/** A table of the page as records: the table is what is true, a chart only shows it. */

/**
 * @param {HTMLElement} figure
 * @returns {HTMLTableElement | null} the table that the figure names, holds, or stands before
 */
export function tableOf(figure) {
  if (figure.dataset.table) return document.getElementById(figure.dataset.table);
  const held = figure.querySelector("table");
  if (held) return held;
  for (let next = figure.nextElementSibling; next; next = next.nextElementSibling) {
    const found = next.matches("table") ? next : next.querySelector("table");
    if (found) return found;
  }
  return null;
}

/**
 * The columns of numbers of a table: those whose head is marked as one, but for the last where it is the sum of the others.
 *
 * @param {HTMLTableElement} table
 * @returns {{series: string[], rows: {label: string, key: string, href: string | null, counts: (number | null)[], written: string[],
 *   brief: string[]}[]}} what stands in each cell, and the same in few letters where the cell has `data-brief`; heads may have one as well
 */
export function columns(table) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const numbers = heads.map((head, at) => ({ at, name: brief(head), sum: head.hasAttribute("data-sum") || /^(all|total)$/i.test(words(head)) }));
  const wanted = numbers.filter(({ at, sum }) => heads[at].matches(".number") && !sum);
  const used = wanted.length ? wanted : numbers.filter(({ at }) => heads[at].matches(".number"));
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length === heads.length);
  return { series: used.map(({ name }) => name), rows: rows.map((row) => record(row, used)) };
}

function record(row, used) {
  const [first] = row.cells;
  return {
    label: words(first.querySelector("a, bdi") ?? first),
    key: first.querySelector("time")?.dateTime ?? words(first),
    href: first.querySelector("a[href]")?.href ?? null,
    counts: used.map(({ at }) => number(row.cells[at])),
    written: used.map(({ at }) => words(row.cells[at])),
    brief: used.map(({ at }) => brief(row.cells[at])),
  };
}

/** A number as it is written, "1,204" or "31%"; what the cell means in `data-value` comes first. Nothing where there is none. */
function number(cell) {
  const written = cell.dataset.value ?? words(cell).replace(/[,\s\u202f\u00a0]/g, "");
  const found = /^-?\d+(\.\d+)?/.exec(written);
  return found ? Number(found[0]) : null;
}

function brief(cell) {
  return cell.dataset.brief ?? words(cell);
}

function words(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}
