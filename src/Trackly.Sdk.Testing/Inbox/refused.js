// @ts-check
// The requests that were refused, and why.

/** @import { ApiRequest } from './types' */

import { ask } from './api.js';
import { byId, make, throttle } from './dom.js';
import { nameOf } from './fault-words.js';
import { moveByKeys, updateRows } from './rows.js';
import { watch } from './troubles.js';
import { setSummary } from './views.js';
import { clip } from './text.js';
import { counted, gotChip, number, numberElement, timeElement } from './words.js';

const MAX = 200;
const list = byId('refused-list');

/** @type {ApiRequest[]} newest first */
let refused = [];
let turn = 0;
let isRead = false;
let search = '';

/** @param {(number: string) => void} open opens the conversation with a number */
export function startRefused(open) {
  list.addEventListener('click', event => {
    const request = /** @type {any} */ (/** @type {Element} */ (event.target).closest('[data-key]'))?.item;
    if (hasConversation(request)) open(request.to);
  });
  moveByKeys(list);
}

export async function loadRefused() {
  const mine = ++turn;
  const body = await watch('The refused requests cannot be read', ask(`requests?refused=true&limit=${MAX}`));
  if (!body || mine !== turn) return;
  [refused, isRead] = [body.requests, true];
  show();
}

/** @param {ApiRequest} request */
export function onRequest(request) {
  if (!request.is_refused) return;
  turn++;
  refused = [request, ...refused.filter(other => other.sequence !== request.sequence)].slice(0, MAX);
  showSoon();
}

/** @param {string} searched */
export function searchRefused(searched) {
  search = searched;
  show();
}

const showSoon = throttle(() => show(), 100);

function show() {
  byId('refused-count').textContent = refused.length === 0 ? '' : number.format(refused.length) + (refused.length === MAX ? '+' : '');
  const found = refused.filter(isFound);
  updateRows(list, found, { getKey: request => String(request.sequence), isUnchanged: (one, other) => one.received_at === other.received_at, create: row });
  byId('no-refused').hidden = refused.length > 0 || !isRead;
  setSummary('refused', found.length, search ? `${counted(found.length, 'request')} found` : '');
}

/** @param {ApiRequest} request */
function isFound({ to, list_number, body, code, error, status }) {
  const wanted = search.toLowerCase().replace(/\b(is:refused|to:)/g, '').trim();
  return [to, list_number, body, code, error, String(status)].some(value => value?.toLowerCase().includes(wanted));
}

/** @param {ApiRequest | undefined} request */
const hasConversation = request => /^\+[1-9]\d{6,14}$/.test(request?.to ?? '');

/** @param {ApiRequest} request */
function row(request) {
  const reason = request.fault ? `Fault: ${nameOf(request.fault)}` : request.error;
  const origin = [`${request.method} ${request.path}`, request.user_agent, request.account ? `account ${request.account}` : null];
  const content = [
    make('span', { className: 'head' }, gotChip(request), timeElement(request.received_at)),
    reason ? make('span', {}, reason) : null,
    request.to === null ? null : make('span', {}, 'to ', numberElement(request.to), ...request.list_number === null ? [] : [' from ', numberElement(request.list_number)]),
    request.body === null ? null : make('span', { className: 'bubble', dir: 'auto' }, clip(request.body, 300)),
    make('span', { className: 'muted small' }, origin.filter(Boolean).join(', '))];
  return make('li', {}, make('button', { type: 'button', className: 'row refused-item', tabIndex: -1 }, ...content));
}
