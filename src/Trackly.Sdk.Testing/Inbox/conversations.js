// @ts-check
// The conversations, one for each phone number. The server groups and counts them, so that the page reads the list again whenever something happens.

/** @import { Conversation, Last } from './types' */

import { ask } from './api.js';
import { byId, make, throttle } from './dom.js';
import { markCurrent, moveByKeys, updateRows } from './rows.js';
import { setSummary } from './views.js';
import { chip, counted, effectChip, gotChip, number, numberElement, statusChip, timeElement } from './words.js';

const PAGE_SIZE = 100;
const MAX = 500;

const list = byId('conversations');
const older = byId('older-conversations');

/** @type {{ search: string, limit: number, turn: number, isShown: boolean, current: string, onLoad: (conversations: Conversation[], total: number) => void }} */
const state = { search: '', limit: PAGE_SIZE, turn: 0, isShown: false, current: '', onLoad: () => {} };

/** @param {(number: string, replaces?: boolean) => void} open @param {typeof state.onLoad} onLoad what is called with the conversations that were found */
export function startConversations(open, onLoad) {
  state.onLoad = onLoad;
  /** @param {Element} target @param {boolean} replaces */
  const openRow = (target, replaces) => {
    const key = /** @type {HTMLElement | null} */ (target.closest('[data-key]'))?.dataset.key;
    if (key) open(key, replaces);
  };
  list.addEventListener('click', event => openRow(/** @type {Element} */ (event.target), false));
  moveByKeys(list, { after: () => older.hidden ? null : older, choose: button => { if (matchMedia('(width >= 56rem)').matches) openRow(button, true); } });
  older.addEventListener('click', async () => {
    const last = list.childElementCount;
    state.limit = Math.min(MAX, state.limit + PAGE_SIZE);
    await loadConversations();
    /** @type {HTMLElement | null} */ (list.children[last]?.querySelector('button') ?? null)?.focus();
  });
}

/** @param {boolean} isShown @param {string} search */
export function showConversations(isShown, search) {
  const isStale = isShown && (!state.isShown || search !== state.search);
  if (search !== state.search) state.limit = PAGE_SIZE;
  [state.isShown, state.search] = [isShown, search];
  return isStale ? loadConversations() : undefined;
}

/** @param {Conversation} conversation */
const isCurrent = conversation => conversation.phone_number === state.current;

/** @param {string} phoneNumber */
export function markConversation(phoneNumber) {
  state.current = phoneNumber;
  markCurrent(list, isCurrent);
}

/** Reads the list again, at most three times a second, and not in a hidden tab. */
export const refreshConversations = throttle(() => { if (state.isShown && !document.hidden) loadConversations(); }, 300);

async function loadConversations() {
  const turn = ++state.turn;
  const query = new URLSearchParams({ limit: String(state.limit), ...state.search ? { search: state.search } : {} });
  let page;
  try {
    page = await ask(`conversations?${query}`);
  } catch (trouble) {
    if (turn === state.turn) setSummary('conversations', null, /** @type {Error} */ (trouble).message);
    return;
  }
  if (turn !== state.turn) return;
  updateRows(list, page.conversations, { getKey: one => one.phone_number, isUnchanged: (one, other) => JSON.stringify(one) === JSON.stringify(other), create: row });
  markCurrent(list, isCurrent);
  older.hidden = page.total <= page.conversations.length || state.limit === MAX;
  const total = counted(page.total, 'number');
  const part = page.total > page.conversations.length ? `${number.format(page.conversations.length)} of ${total}` : '';
  setSummary('conversations', page.total, state.search ? `${total} found` : part);
  state.onLoad(page.conversations, page.total);
}

/** @param {Conversation} conversation */
function row(conversation) {
  const { last, messages, replies, refused, lost, opted_out: hasOptedOut } = conversation;
  const isLong = messages + replies + refused > 1 || hasOptedOut;
  return make('li', {}, make('button', { type: 'button', className: 'row', tabIndex: -1 },
    make('span', { className: 'head' }, numberElement(conversation.phone_number), timeElement(last.at)),
    make('span', { className: 'head' },
      make('span', { className: 'snippet' }, last.kind === 'reply' ? make('span', { className: 'muted' }, 'Reply: ') : null, make('bdi', {}, last.text || '(no text)')),
      ...lastChips(last)),
    isLong ? make('span', { className: 'counts' }, counted(messages, 'message'),
      replies ? make('span', {}, counted(replies, 'reply', 'replies')) : null,
      lost ? make('span', { className: 'bad' }, `${number.format(lost)} without a response`) : null,
      refused ? make('span', { className: 'bad' }, `${number.format(refused)} refused`) : null,
      hasOptedOut ? make('span', { className: 'bad' }, 'opted out') : null) : null));
}

/** What became of the last entry. @param {Last} last */
function lastChips(last) {
  if (last.kind === 'refused') return [gotChip(last)];
  if (last.kind === 'reply') return [chip(last.opts_out ? 'opted out' : 'replied', last.opts_out ? 'bad' : '')];
  const size = last.segments && last.segments > 1 ? chip(`${last.segments} seg`, 'warn', counted(last.segments, 'segment')) : null;
  return [size, effectChip(last.fault), statusChip(String(last.status), null)].filter(one => one !== null).slice(-2);
}
