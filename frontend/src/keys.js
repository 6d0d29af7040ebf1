/**
 * Keys for everything: `?` lists them, `/` searches, `j` and `k` go through the items, `Enter` opens, and whatever a link,
 * button or field of the page names in `data-key` ("a", "g s" for one after the other) with `data-key-label`.
 *
 * Never while somebody types, never with Ctrl, Alt or Meta, never where an island has taken the key for itself. They can be
 * switched off in the list (WCAG 2.1.4), and stay off in this browser.
 */

import { kept } from "./lib/island.js";
import { openDialog } from "./lib/keys-dialog.js";

const NEXT_KEY_MS = 2000; // how long "g" waits for the letter after it
const FIELDS = /^(text|search|url|email|tel|password|number|date|datetime-local|month|week|time)$/;

let begun = null; // the first key of two, and when it was pressed
let current = -1; // the item last gone to, for when htmx has replaced it

export const enabled = () => kept.get("keys") !== "off";
export const enable = (on) => kept.set("keys", on ? "on" : "off");

document.addEventListener("keydown", (event) => {
  if (!ours(event)) return;
  const key = take(event.key);
  if (key !== null && act(key)) event.preventDefault();
});
document.addEventListener("focusin", ({ target }) => {
  const item = target.closest("[data-item]");
  if (item) current = items().indexOf(item);
});
button();
document.addEventListener("htmx:load", button);

function ours(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  return enabled() && !typing(event.target) && !document.querySelector("dialog[open]");
}

function typing(target) {
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable]:not([contenteditable=false])")) return true;
  return target instanceof HTMLInputElement && FIELDS.test(target.type);
}

/** The key, with the one before it where some control wants the two; null while a first one waits for its second. */
function take(key) {
  const both = begun && performance.now() - begun.at < NEXT_KEY_MS ? `${begun.key} ${key}` : null;
  begun = null;
  if (both && find(both)) return both;
  if (controls().some(({ dataset }) => dataset.key.startsWith(`${key} `)) && !find(key)) {
    begun = { key, at: performance.now() };
    return null;
  }
  return key;
}

/** @returns {boolean} whether the key did anything */
function act(key) {
  const control = find(key);
  if (control) return use(control);
  if (key === "?") return openDialog({ controls: controls(), items: items().length > 0, enabled, enable });
  if (key === "/") return use(document.querySelector("input[type=search]"));
  if (key === "j") return go(1);
  if (key === "k") return go(-1);
  if (key === "Enter") return open(document.activeElement);
  return false;
}

function use(control) {
  if (!control) return false;
  if (control.matches("input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, select, details")) {
    control.focus();
    control.select?.();
  } else {
    control.focus({ preventScroll: true });
    control.click();
  }
  return true;
}

/** The control that a key stands for: one of the item at hand before one of the page, and that before one of another item. */
function find(key) {
  const found = controls().filter(({ dataset }) => dataset.key === key);
  const item = document.activeElement?.closest("[data-item]") ?? items()[current];
  return found.find((control) => item?.contains(control)) ?? found.find((control) => !control.closest("[data-item]")) ?? found[0];
}

function controls() {
  return [...document.querySelectorAll("[data-key]")].filter((control) => !control.disabled && shown(control));
}

function items() {
  return [...document.querySelectorAll("[data-item]")].filter(shown);
}

function shown(element) {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
}

/** Focuses the next or the previous item; at first the topmost in view. */
function go(step) {
  const all = items();
  if (!all.length) return false;
  const here = all.indexOf(document.activeElement?.closest("[data-item]"));
  const from = here >= 0 ? here : current;
  const wanted = from < 0 ? all.findIndex(below) : from + step;
  const item = all[Math.max(0, Math.min(all.length - 1, wanted))];
  if (!item.matches("a[href], button, input, [tabindex]")) item.tabIndex = -1;
  item.focus();
  item.scrollIntoView({ block: "nearest" });
  return true;
}

function below(item) {
  return item.getBoundingClientRect().bottom > 0;
}

/** Opens the item that has the focus itself; a link in it opens as links do. */
function open(focused) {
  if (!focused?.matches("[data-item]:not(a, button)")) return false;
  const link = focused.querySelector("[data-open]") ?? focused.querySelector("a[href]");
  link?.click();
  return Boolean(link);
}

/** The way to the list without a key, for when keys are off: a button that the page hides from readers without a script. */
function button() {
  for (const opener of document.querySelectorAll("[data-keys-open][hidden]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => openDialog({ controls: controls(), items: items().length > 0, enabled, enable }));
  }
}
