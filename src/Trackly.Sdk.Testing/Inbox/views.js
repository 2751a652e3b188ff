// @ts-check
// Which of the lists is shown, how much it has, and what is said when it has nothing.

/** @import { View } from './types' */

import { VIEWS } from './address.js';
import { byId } from './dom.js';

/** @type {View} */
let shown = 'conversations';
let search = '';

/** @param {View} view @param {string} searched */
export function showView(view, searched) {
  if (view !== shown || searched !== search) {
    byId('summary').textContent = '';
    byId('nothing-found').hidden = true;
  }
  [shown, search] = [view, searched];
  document.body.dataset.view = view;
  for (const one of VIEWS) {
    byId(`view-${one}`).ariaPressed = String(one === view);
    byId(`${one}-view`).hidden = one !== view;
  }
}

/**
 * Says how much a list has.
 * @param {View} view @param {number | null} count how many entries there are; null when they cannot be read @param {string} summary
 */
export function setSummary(view, count, summary) {
  if (view !== shown) return;
  byId('summary').textContent = summary;
  if (count === null) return;
  byId('nothing-found').hidden = count > 0 || search === '';
  byId('nothing-found').textContent = `Nothing that is kept matches “${search}”.`;
  if (view === 'conversations' || view === 'messages') document.body.dataset.empty = String(count === 0 && search === '');
}
