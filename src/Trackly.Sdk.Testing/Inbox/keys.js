// @ts-check
// The keys of the whole page: / searches, Escape closes what was opened last.

import { byId } from './dom.js';
import { closeDrawer, isDrawerOpen } from './faults.js';
import { getPlace } from './navigation.js';
import { findStop } from './rows.js';

/** @param {{ clearSearch: () => void, goBack: () => void }} actions */
export function listenToKeys({ clearSearch, goBack }) {
  const search = /** @type {HTMLInputElement} */ (byId('search'));
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const target = /** @type {Element} */ (event.target);
    const action = findAction(event.key, target);
    if (!action) return;
    event.preventDefault();
    action();
  });

  /** @param {string} key @param {Element} target @returns {(() => void) | undefined} */
  function findAction(key, target) {
    if (key === '/' && !target.matches('input, textarea, select') && !byId('inbox').inert) return () => search.focus();
    if (key === 'ArrowDown' && target === search) return () => findStop(byId('list'))?.focus();
    if (key !== 'Escape') return undefined;
    if (target === search && search.value !== '') {
      return () => {
        search.value = '';
        clearSearch();
      };
    }
    if (isDrawerOpen()) return closeDrawer;
    return getPlace().message || getPlace().number ? goBack : undefined;
  }
}
