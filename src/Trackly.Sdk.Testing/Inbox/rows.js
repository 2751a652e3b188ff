// @ts-check
// Lists of rows, each with one button: kept up to date by key, one stop for Tab, and arrow keys between them.

/**
 * Updates the rows of a list to match the items, with one stop for Tab. The button of a row is kept when its content changes, and with it the focus.
 * @template T
 * @param {HTMLElement} list @param {T[]} items
 * @param {{ getKey: (item: T) => string, isUnchanged: (item: T, other: T) => boolean, create: (item: T) => HTMLElement }} how
 */
export function updateRows(list, items, how) {
  /** @param {HTMLElement} row @param {HTMLElement} fresh */
  const patch = (row, fresh) => {
    const [button, other] = [/** @type {Element} */ (row.firstElementChild), /** @type {Element} */ (fresh.firstElementChild)];
    button.className = other.className;
    button.replaceChildren(...other.childNodes);
    return row;
  };
  updateItems(list, items, { ...how, patch });
  settleStop(list);
}

/**
 * Updates a list whose items have any number of buttons. An item that has changed is created again.
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {{ getKey: (item: T) => string, isUnchanged: (item: T, other: T) => boolean, create: (item: T) => HTMLElement,
 *   patch?: (row: HTMLElement, fresh: HTMLElement) => HTMLElement }} how
 */
export function updateItems(list, items, { getKey, isUnchanged, create, patch = (_, fresh) => fresh }) {
  /** @type {Map<string, any>} */
  const old = new Map([...list.children].map((/** @type {any} */ row) => [row.dataset.key, row]));
  const active = document.activeElement;
  const focused = active && list.contains(active) ? /** @type {HTMLElement | null} */ (active.closest('[data-key]'))?.dataset.key : undefined;
  const rows = items.map(item => {
    const key = getKey(item), row = old.get(key);
    if (row && isUnchanged(row.item, item)) return row;
    return Object.assign(row ? patch(row, create(item)) : create(item), { item });
  });
  rows.forEach((row, index) => { row.dataset.key = getKey(items[index]); });
  const kept = new Set(rows);
  for (const row of [...list.children]) if (!kept.has(row)) row.remove();
  rows.forEach((row, index) => { if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null); });
  if (focused !== undefined && !list.contains(document.activeElement)) rows.find(row => row.dataset.key === focused)?.querySelector('button')?.focus({ preventScroll: true });
}

/** Marks the row of the item that is open, and no other. @param {HTMLElement} list @param {(item: any) => boolean} isCurrent */
export function markCurrent(list, isCurrent) {
  for (const row of /** @type {any} */ (list.children)) {
    const button = row.firstElementChild;
    if (isCurrent(row.item)) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  settleStop(list);
}

/** The button that Tab reaches. @param {HTMLElement} list @returns {HTMLElement | null} */
export const findStop = list => list.querySelector('button[tabindex="0"]');

/**
 * Moves between the rows by keys.
 * @param {HTMLElement} list
 * @param {{ after?: () => HTMLElement | null, choose?: (button: HTMLElement) => void }} options what follows the last row, and what the focused row does
 */
export function moveByKeys(list, { after = () => null, choose = () => {} } = {}) {
  list.addEventListener('focusin', event => moveStop(list, /** @type {HTMLElement} */ (event.target)));
  list.addEventListener('keydown', event => {
    const row = /** @type {Element} */ (event.target).closest('[data-key]');
    const key = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    const to = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling, Home: list.firstElementChild, End: list.lastElementChild };
    if (!row || !(key in to) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const button = /** @type {HTMLElement | undefined} */ (to[/** @type {keyof typeof to} */ (key)]?.firstElementChild);
    if (button) {
      button.focus();
      choose(button);
    } else if (key === 'ArrowDown') {
      after()?.focus();
    }
  });
}

/** @param {HTMLElement} list */
function settleStop(list) {
  const stop = findStop(list);
  if (stop && (list.contains(document.activeElement) || stop.ariaCurrent === 'true')) return;
  moveStop(list, list.querySelector('[aria-current]') ?? /** @type {HTMLElement | null} */ (list.firstElementChild?.firstElementChild ?? null));
}

/** @param {HTMLElement} list @param {HTMLElement | null} button */
function moveStop(list, button) {
  for (const stop of list.querySelectorAll('button[tabindex="0"]')) if (stop !== button) /** @type {HTMLElement} */ (stop).tabIndex = -1;
  if (button) button.tabIndex = 0;
}
