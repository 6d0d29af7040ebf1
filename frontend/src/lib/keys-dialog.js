/** The list of the page's keys, and the switch that turns them off. */

import { h } from "./island.js";

/**
 * @param {{controls: HTMLElement[], items: boolean, enabled: () => boolean, enable: (on: boolean) => void}} page
 * @returns {true}
 */
export function openDialog({ controls, items, enabled, enable }) {
  const dialog = h("dialog", { class: "keys", "aria-labelledby": "keys-title" });
  const off = h("input", { type: "checkbox", checked: enabled() });
  off.addEventListener("change", () => enable(off.checked));
  dialog.append(
    h("h2", { id: "keys-title" }, "Keys"),
    ...groups(controls, items).map(([name, keys]) => section(name, keys)),
    h("p", {}, h("label", {}, off, " Single keys work on this page"), " ", h("span", { class: "quiet" }, "Kept in this browser.")),
    h("form", { method: "dialog" }, h("button", { autofocus: true }, "Close")),
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

/** Groups in the order of their first control, `data-key-group` naming them; what works on every page comes last. */
function groups(controls, items) {
  const found = new Map();
  for (const control of controls) {
    const name = control.closest("[data-key-group]")?.dataset.keyGroup ?? "This page";
    if (!found.has(name)) found.set(name, new Map());
    found.get(name).set(control.dataset.key, control.dataset.keyLabel ?? control.textContent.trim());
  }
  const search = controls.some(({ dataset }) => dataset.key === "/") || !document.querySelector("input[type=search]");
  found.set("Every page", new Map([...(items ? ITEMS : []), ...(search ? [] : [["/", "Search"]]), ["?", "This list"]]));
  return [...found].filter(([, keys]) => keys.size);
}

const ITEMS = [
  ["j", "Next item"],
  ["k", "Previous item"],
  ["Enter", "Open the item"],
];

function section(name, keys) {
  const rows = [...keys].map(([key, label]) => h("div", {}, h("dt", {}, ...pressed(key)), h("dd", {}, label)));
  return h("section", {}, h("h3", {}, name), h("dl", {}, ...rows));
}

/** "g s" as two keys, one after the other. */
function pressed(key) {
  return key.split(" ").flatMap((one, at) => (at ? [" then ", h("kbd", {}, one)] : [h("kbd", {}, one)]));
}
