// @ts-check
// Loads the messages one by one, newest first, through the window of message-window.js, and keeps them up to date.

/** @import { MessageSummary, StatusChange } from './types' */

import { throttle } from './dom.js';
import { focusAfter, showWindow, startList } from './message-list.js';
import { noteChange, readPage } from './message-pages.js';
import * as messageWindow from './message-window.js';
import { watch } from './troubles.js';
import { setSummary } from './views.js';

const STALE = 'The messages are not up to date';

let state = messageWindow.createWindow();
let isShown = false;
let flushing = 0;
/** @type {Set<string>} the ids of messages that have just arrived, which are few */
let arrived = new Set();

/** @param {(id: string, replaces: boolean) => void} open */
export const startMessages = open => startList(open, loadOlder, () => load(false));

/** @param {boolean} shows @param {string} search */
export async function showMessages(shows, search) {
  const isStale = shows && (!isShown || search !== state.search);
  [isShown, state] = [shows, { ...state, search }];
  if (isStale) await load(false);
}

/** @param {number} max */
export function setMaxMessages(max) {
  if (max !== state.max) update(messageWindow.setMax(state, max));
}

/** Takes a message from the live events. Thousands per second are shown in batches, and only the newest of them. @param {MessageSummary} message */
export function onMessage(message) {
  if (!isShown) return;
  state = messageWindow.arrive(state, message);
  flushing ||= setTimeout(flush, 30);
}

/** Takes a delivery report from the live events. They come by the thousand too, and most are about messages that are not in the window. @param {StatusChange} change */
export function onStatus(change) {
  if (!isShown) return;
  noteChange(change);
  const next = messageWindow.changeStatus(state, change);
  if (next !== state) flushing ||= setTimeout(flush, 30);
  state = next;
}

export function onMessagesCleared() {
  update(messageWindow.clear(state));
  if (isShown && state.isLoading) load(false);
}

/** Loads what was missed. After a reconnect, perhaps to another emulator, no message may be missing or shown twice, and no status may be an earlier one. */
export async function catchUp() {
  if (!isShown) return;
  if (state.isLive || state.shown.length === 0 || state.foundBy !== state.search) return load(true);
  const { turn, shown } = state;
  const page = await watch(STALE, readPage(state.search, { before: String(shown[0].sequence + 1), limit: String(shown.length) }));
  if (!page || turn !== state.turn) return;
  if (!messageWindow.isSame(page.messages[0], shown[0])) return load(false);
  update(messageWindow.renewShown(state, turn, page.messages));
}

export function flush() {
  clearTimeout(flushing);
  flushing = 0;
  if (state.search && state.pendingCount > 0) loadFound();
  arrived = new Set(state.pendingCount <= 5 ? state.pending.map(message => message.message_id) : []);
  update(messageWindow.flush(state));
  arrived.clear();
}

/** @param {boolean} continues whether the shown messages may stay */
async function load(continues) {
  state = messageWindow.startLoading(state, state.search);
  const { turn } = state;
  // What is shown can only be continued with the statuses that it has now.
  const limit = messageWindow.PAGE_SIZE + (continues ? state.shown.length : 0);
  try {
    const page = await readPage(state.search, { limit: String(limit) });
    state = messageWindow.finishLoading(state, turn, page, continues);
  } catch (trouble) {
    state = messageWindow.failLoading(state, turn);
    if (turn === state.turn) setSummary('messages', null, /** @type {Error} */ (trouble).message);
    return;
  }
  if (turn === state.turn) flush();
}

async function loadOlder() {
  const { turn } = state;
  const last = /** @type {MessageSummary} */ (state.shown.at(-1));
  try {
    const page = await readPage(state.search, { before: String(last.sequence) });
    update(messageWindow.addOlder(state, turn, last, page));
    focusAfter(state, last);
  } catch (trouble) {
    setSummary('messages', null, /** @type {Error} */ (trouble).message);
  }
}

/** During a search, the server finds the matching messages among the new ones. */
const loadFound = throttle(async () => {
  if (!state.search || !state.isLive) return;
  const { turn } = state;
  const page = await watch(STALE, readPage(state.search, { after: String(state.shown[0]?.sequence ?? 0) }));
  if (!page || turn !== state.turn) return;
  if (page.has_more) return load(false);
  update(messageWindow.addFound(state, turn, page.messages));
}, 500);

/** Shows the state. @param {messageWindow.MessageWindow} next */
function update(next) {
  state = next;
  showWindow(state, isShown, arrived);
}
