/**
 * A report's text and the statements beside it, beyond what the style sheet does alone (words and card light up together where
 * either is pointed at): a click or a tap on words goes to their statement, the keys walk the statements, and what is copied is
 * the archived text.
 *
 * `<div data-island="report">` around articles as the station of exports draws them: `.row` with the words in `.t` and the
 * statements in `.card`; a statement and its words share a class `KEY-NUMBER`.
 */

import { island } from "./lib/island.js";

const BETWEEN_BLOCKS = "\n\n"; // as an archived text is composed

island("report", (root) => {
  const last = { words: null, card: null };
  root.addEventListener("click", (event) => choose(root, event, last));
  root.addEventListener("copy", copy);
  for (const card of root.querySelectorAll(".card")) walkable(card);
});

/** A card is an item of the page: `j` and `k` go to it, `Enter` opens its page, `e` its evidence. */
function walkable(card) {
  card.tabIndex = -1;
  card.querySelector("a.perma")?.setAttribute("data-open", "");
  const evidence = card.querySelector("details > summary");
  if (evidence) Object.assign(evidence.dataset, { key: "e", keyLabel: "Evidence of the statement" });
}

/** The statement of the words that were clicked; clicked again, the next of those that the words belong to. */
function choose(root, { target, button }, last) {
  const words = target.closest?.(".t .s");
  if (!words || button || target.closest("a") || String(getSelection())) return;
  const cards = cardsOf(root, words);
  if (!cards.length) return;
  const here = last.words === words ? cards.indexOf(last.card) : -1; // the click itself has taken the focus from the card
  const card = cards[(here + 1) % cards.length];
  Object.assign(last, { words, card });
  if (!card.checkVisibility()) location.hash = card.id; // statements are switched off: the one that is led to shows
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

/** The innermost first: of contents within each other the one that begins last. */
function cardsOf(root, words) {
  const keys = [...words.classList].filter((name) => /^\w+-\d+$/.test(name));
  return keys.map((key) => root.querySelector(`.card.${CSS.escape(key)}`)).filter(Boolean).reverse();
}

/** What is selected over several blocks would bring the cards between them along, and lose its no-break spaces. */
function copy(event) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const blocks = [...event.currentTarget.querySelectorAll(".row > .t")].filter((block) => range.intersectsNode(block));
  const texts = blocks.map((block) => within(range, block)).filter(Boolean);
  if (!texts.length || inOneCard(range)) return;
  event.clipboardData.setData("text/plain", texts.join(BETWEEN_BLOCKS));
  event.preventDefault();
}

function within(range, block) {
  const part = document.createRange();
  part.selectNodeContents(block);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

function inOneCard({ commonAncestorContainer: common }) {
  return Boolean((common instanceof Element ? common : common.parentElement)?.closest(".card"));
}
