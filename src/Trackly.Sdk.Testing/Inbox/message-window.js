// @ts-check
// The window of kept messages that the page shows, newest first: a state, and pure functions that return the next state.

/** @import { MessagePage, MessageSummary, StatusChange } from './types' */

export const PAGE_SIZE = 100;

/** More would make the page slow. Older messages are loaded on request. */
export const MAX_SHOWN = 500;

/**
 * @typedef {object} MessageWindow
 * @property {string} search what is searched for; the search of the page that is being loaded
 * @property {string} foundBy the search that found the messages in `shown`
 * @property {MessageSummary[]} shown
 * @property {boolean} hasOlder whether older messages than the last one are kept
 * @property {boolean} isLive whether the window starts with the newest message. False after so many older ones were loaded that the newest were removed
 * @property {number} newer how many have arrived since it stopped being live
 * @property {number} turn the number of the last load: an earlier one that ends later changes nothing
 * @property {boolean} isLoading
 * @property {MessageSummary[]} pending arrived and not yet shown, oldest first
 * @property {number} pendingCount how many have arrived, including those that were removed from `pending`
 * @property {number} max how many messages the emulator keeps
 */

/** @returns {MessageWindow} */
export const createWindow = () => ({
  search: '', foundBy: '', shown: [], hasOlder: false, isLive: true, newer: 0, turn: 0, isLoading: false, pending: [], pendingCount: 0, max: MAX_SHOWN,
});

/**
 * Ids follow from the emulator's seed, so another emulator may use the same ones, but not at the same time.
 * @param {MessageSummary | undefined} one @param {MessageSummary | undefined} other
 */
export const isSame = (one, other) => one?.message_id === other?.message_id && one?.received_at === other?.received_at;

/** @param {MessageWindow} state @param {string} search @returns {MessageWindow} */
export const startLoading = (state, search) => ({ ...state, search, turn: state.turn + 1, isLoading: true });

/** @param {MessageWindow} state @param {number} turn @returns {MessageWindow} */
export const failLoading = (state, turn) => turn === state.turn ? { ...state, isLoading: false } : state;

/**
 * Shows the newest page. Keeps the shown messages if the page follows on from them, as it does after a short loss of the connection.
 * @param {MessageWindow} state @param {number} turn @param {MessagePage} page @param {boolean} continues whether the shown messages may stay
 * @returns {MessageWindow}
 */
export function finishLoading(state, turn, page, continues) {
  if (turn !== state.turn) return state;
  const newest = state.shown[0];
  if (continues && newest && state.foundBy === state.search && page.messages.some(message => isSame(message, newest))) {
    return fit({ ...state, isLoading: false, shown: merge(state, page.messages) });
  }
  // A page that was to continue more than it does is longer than others.
  const shown = continues ? page.messages.slice(0, PAGE_SIZE) : page.messages;
  const hasOlder = page.has_more || shown.length < page.messages.length;
  return fit({ ...state, isLoading: false, isLive: true, newer: 0, hasOlder, foundBy: state.search, shown });
}

/**
 * Adds a page of older messages, and removes the newest ones when there are too many.
 * @param {MessageWindow} state @param {number} turn @param {MessageSummary} last the message that they are older than @param {MessagePage} page
 * @returns {MessageWindow}
 */
export function addOlder(state, turn, last, page) {
  if (turn !== state.turn || state.shown.at(-1)?.sequence !== last.sequence) return state;
  const all = [...state.shown, ...page.messages];
  return { ...state, hasOlder: page.has_more, isLive: state.isLive && all.length <= MAX_SHOWN, shown: all.slice(-MAX_SHOWN) };
}

/** Takes a message from the live events, to be shown by the next flush. @param {MessageWindow} state @param {MessageSummary} message @returns {MessageWindow} */
export const arrive = (state, message) => ({ ...state, pending: [...state.pending, message].slice(-MAX_SHOWN), pendingCount: state.pendingCount + 1 });

/** Shows what has arrived, except during a search, in which the server finds the matching messages. @param {MessageWindow} state @returns {MessageWindow} */
export function flush(state) {
  if (state.isLoading || state.pendingCount === 0) return state;
  const next = { ...state, pending: [], pendingCount: 0 };
  if (state.search) return next;
  if (!state.isLive) return { ...next, newer: state.newer + state.pendingCount };
  return fit({ ...next, shown: state.pending.reduce((shown, message) => place(shown, message, state.hasOlder), state.shown) });
}

/** Adds messages that a search found among the new ones. @param {MessageWindow} state @param {number} turn @param {MessageSummary[]} found @returns {MessageWindow} */
export const addFound = (state, turn, found) =>
  turn !== state.turn ? state : fit({ ...state, shown: merge(state, found) });

/** Brings what is shown up to date. @param {MessageWindow} state @param {number} turn @param {MessageSummary[]} messages @returns {MessageWindow} */
export const renewShown = (state, turn, messages) => turn !== state.turn ? state : { ...state, shown: renew(state.shown, messages) };

/** Returns the same state when the message is not in it. @param {MessageWindow} state @param {StatusChange} change @returns {MessageWindow} */
export function changeStatus(state, change) {
  /** @param {MessageSummary} message */
  const isMeant = message => message.sequence === change.sequence;
  if (!state.shown.some(isMeant) && !state.pending.some(isMeant)) return state;
  /** @param {MessageSummary} message */
  const update = message => isMeant(message) ? withStatus(message, change) : message;
  return { ...state, shown: state.shown.map(update), pending: state.pending.map(update) };
}

/** @param {MessageSummary} message @param {StatusChange} change @returns {MessageSummary} */
export const withStatus = (message, { status, status_detail }) => ({ ...message, status, status_detail });

/** @param {MessageWindow} state @returns {MessageWindow} */
export const clear = state => ({ ...state, shown: [], pending: [], pendingCount: 0, hasOlder: false, isLive: true, newer: 0 });

/** @param {MessageWindow} state @param {number} max @returns {MessageWindow} */
export const setMax = (state, max) => fit({ ...state, max });

/**
 * Adds the messages of a response, whose statuses are newer than those that are shown.
 * @param {MessageWindow} state @param {MessageSummary[]} messages newest first
 */
const merge = (state, messages) => messages.reduceRight((shown, message) => place(shown, message, state.hasOlder), renew(state.shown, messages));

/** Replaces what has changed. What has not stays the same object, so that its row is not drawn again. @param {MessageSummary[]} shown @param {MessageSummary[]} messages */
function renew(shown, messages) {
  const bySequence = new Map(messages.map(message => [message.sequence, message]));
  return shown.map(old => {
    const fresh = bySequence.get(old.sequence) ?? old;
    return isSame(old, fresh) && old.status === fresh.status && old.status_detail === fresh.status_detail ? old : fresh;
  });
}

/**
 * Puts a message where its sequence belongs. One that is shown, or older than a window with older messages after it, changes nothing.
 * @param {MessageSummary[]} shown @param {MessageSummary} message @param {boolean} hasOlder
 */
function place(shown, message, hasOlder) {
  const at = shown.findIndex(other => other.sequence <= message.sequence);
  if (at >= 0 && shown[at].sequence === message.sequence) return shown;
  if (at < 0 && hasOlder && shown.length) return shown;
  const index = at < 0 ? shown.length : at;
  return [...shown.slice(0, index), message, ...shown.slice(index)];
}

/** @param {MessageWindow} state @returns {MessageWindow} */
function fit(state) {
  const max = Math.min(MAX_SHOWN, state.max);
  return state.isLive && state.shown.length > max ? { ...state, shown: state.shown.slice(0, max), hasOlder: max === MAX_SHOWN } : state;
}
