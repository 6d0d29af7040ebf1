/**
 * The text beside the records on the desk: the record at hand is marked in it, and what is selected in it goes into the field that was
 * gone to last. With Ctrl or Meta held, another place is added to those that are there. Offsets are code points, as everywhere.
 */

import { island } from "./lib/island.js";

const MARK = "desk-record";
let field = null; // the input of places that was gone to last

island("desk", start);

function start(text) {
  const reached = ({ target }) => {
    const pair = target.closest?.("div.field");
    if (pair?.querySelector("[data-spans]")) choose(pair.querySelector("[data-spans]"));
    const record = target.closest?.("[data-from]");
    if (record) mark(text, Number(record.dataset.from), Number(record.dataset.to));
  };
  document.addEventListener("focusin", reached);
  if (document.activeElement) reached({ target: document.activeElement }); // gone to before this was loaded
  text.addEventListener("pointerup", (event) => take(text, event.ctrlKey || event.metaKey));
  text.addEventListener("keyup", (event) => event.key === "Enter" && take(text, event.ctrlKey || event.metaKey));
  const first = document.querySelector("[data-from].target, [data-from]:target");
  if (first) mark(text, Number(first.dataset.from), Number(first.dataset.to));
}

function choose(input) {
  field?.closest("div.field").classList.remove("taking");
  field = input;
  field.closest("div.field").classList.add("taking");
}

/** Puts the selection into the field: its places, and its words to be seen. */
function take(text, more) {
  const selection = document.getSelection();
  if (!field?.isConnected || !selection?.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const [from, to] = [offset(text, range.startContainer, range.startOffset), offset(text, range.endContainer, range.endOffset)];
  if (from === null || to === null || from >= to) return;
  field.value = more && field.value ? `${field.value};${from}-${to}` : `${from}-${to}`;
  const words = field.closest("div.field").querySelector("[data-words]");
  words.value = "";
  words.placeholder = more && words.placeholder ? `${words.placeholder} … ${selection}` : String(selection);
}

/** The code point of the report's text at a place in a block; null outside of one. */
function offset(text, node, at) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!block || !text.contains(block)) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, at);
  return Number(block.dataset.start) + [...before.toString()].length;
}

/** Marks a stretch of the text without changing it, and brings it into view. */
function mark(text, from, to) {
  const ranges = [...text.querySelectorAll("[data-start]")].map((block) => part(block, from, to)).filter(Boolean);
  if (globalThis.CSS?.highlights) CSS.highlights.set(MARK, new Highlight(...ranges));
  const block = ranges[0]?.startContainer.parentElement;
  if (block) text.scrollTo({ top: block.offsetTop - text.offsetTop - text.clientHeight / 3 });
}

function part(block, from, to) {
  const node = block.firstChild;
  if (!node) return null;
  const points = [...node.data];
  const start = Number(block.dataset.start);
  const [first, last] = [Math.max(0, from - start), Math.min(points.length, to - start)];
  if (first >= last) return null;
  const range = document.createRange();
  range.setStart(node, points.slice(0, first).join("").length);
  range.setEnd(node, points.slice(0, last).join("").length);
  return range;
}
