/** What every island shares: finding its place on the page, also in what htmx brings later. */

const mounted = new WeakSet();

/**
 * Has each `[data-island=NAME]` of the page made, once, now and whenever htmx brings another.
 * An island that fails leaves the markup as it was, which is complete without it.
 *
 * @param {string} name
 * @param {(element: HTMLElement) => unknown} mount
 */
export function island(name, mount) {
  const scan = (root) => {
    for (const element of within(root, `[data-island="${name}"]`)) {
      if (mounted.has(element)) continue;
      mounted.add(element);
      Promise.resolve(element).then(mount).catch((error) => failed(element, name, error));
    }
  };
  scan(document);
  document.addEventListener("htmx:load", (event) => scan(event.target));
}

function failed(element, name, error) {
  element.dataset.islandFailed = name;
  console.warn(`accordingto: ${name} could not be drawn; the table says the same.`, error);
}

/**
 * @param {Document | Element} root
 * @param {string} selector
 * @returns {HTMLElement[]} what matches, the root among it
 */
export function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  return root instanceof Element && root.matches(selector) ? [root, ...found] : found;
}

/**
 * An element with attributes and children; text is only ever set as text.
 *
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] none for null, undefined and false
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** A setting kept in this browser; without storage it lasts as long as the page. */
export const kept = {
  get(name) {
    try {
      return localStorage.getItem(`accordingto.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`accordingto.${name}`, value);
    } catch {
      // storage is closed to us: nothing to keep it in
    }
  },
};
