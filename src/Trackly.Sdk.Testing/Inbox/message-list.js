// @ts-check
// How the window of messages looks: its rows, which of them is open, and the buttons that load older or newer ones.

/** @import { MessageSummary } from './types' */
/** @import { MessageWindow } from './message-window.js' */

import { byId } from './dom.js';
import { messageRow } from './message-row.js';
import { findStop, markCurrent, moveByKeys, updateRows } from './rows.js';
import { setSummary } from './views.js';
import { number } from './words.js';

const list = byId('messages');
const older = byId('older');
const newest = byId('newest');

let current = '';

/**
 * @param {(id: string, replaces: boolean) => void} open
 * @param {() => void} loadOlder
 * @param {() => Promise<void>} loadNewest
 */
export function startList(open, loadOlder, loadNewest) {
  /** @param {Element} target @param {boolean} replaces */
  const openRow = (target, replaces) => {
    const message = /** @type {any} */ (target.closest('[data-key]'))?.item;
    if (message) open(message.message_id, replaces);
  };
  list.addEventListener('click', event => openRow(/** @type {Element} */ (event.target), false));
  moveByKeys(list, { after: () => older.hidden ? null : older, choose: button => { if (matchMedia('(width >= 56rem)').matches) openRow(button, true); } });
  older.addEventListener('click', loadOlder);
  newest.addEventListener('click', async () => {
    await loadNewest();
    byId('list').scrollTo(0, 0);
    findStop(list)?.focus();
  });
}

/** @param {MessageSummary} message */
const isCurrent = message => message.message_id === current;

/** Marks the message whose details are open. @param {string} id */
export function markMessage(id) {
  current = id;
  markCurrent(list, isCurrent);
}

/** Moves the focus to the message after another one. @param {MessageWindow} state @param {MessageSummary} message */
export function focusAfter({ shown }, message) {
  const index = shown.findIndex(other => other.sequence === message.sequence);
  /** @type {HTMLElement | undefined} */ ((list.children[index + 1] ?? list.lastElementChild)?.firstElementChild)?.focus();
}

/** @param {MessageWindow} state @param {boolean} isVisible @param {Set<string>} arrived the ids of messages that have just arrived */
export function showWindow(state, isVisible, arrived) {
  updateRows(list, state.shown, {
    getKey: message => String(message.sequence), isUnchanged: (one, other) => one === other, create: message => messageRow(message, arrived.has(message.message_id)) });
  markCurrent(list, isCurrent);
  older.hidden = !state.hasOlder;
  newest.hidden = !isVisible || state.isLive;
  newest.textContent = state.newer > 0 ? `Show the newest messages (${number.format(state.newer)} arrived)` : 'Show the newest messages';
  if (!state.isLoading) setSummary('messages', state.shown.length, state.search ? `${number.format(state.shown.length)}${state.hasOlder ? '+' : ''} found` : '');
}
