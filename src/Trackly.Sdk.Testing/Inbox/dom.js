// @ts-check
// What every part of the page uses. Strings among the children of an element stay text, so content of messages never becomes markup.

/** @param {string} id */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Makes an element with properties; strings among the children stay text, and nulls are left out.
 * @param {string} tag
 * @param {object} properties
 * @param {...(Node | string | number | null | undefined)} children
 * @returns {any}
 */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(.../** @type {(Node | string)[]} */ (children.filter(child => child !== null && child !== undefined)));
  return element;
}

/**
 * Runs an action at once, and while it is wanted more often than that, once per interval.
 * @param {() => unknown} action
 * @param {number} milliseconds
 */
export function throttle(action, milliseconds) {
  let resting = false, wanted = false;
  const run = () => {
    [resting, wanted] = [true, false];
    setTimeout(() => { resting = false; if (wanted) run(); }, milliseconds);
    action();
  };
  return () => { if (resting) wanted = true; else run(); };
}

/** Says something to those who cannot see the page. The same sentence twice is said twice. @param {string} text */
export function say(text) {
  const place = byId('announcements');
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
