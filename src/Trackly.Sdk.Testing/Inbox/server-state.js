// @ts-check
// The emulator itself: its address and key, its counts, and how to send the first message to it.

/** @import { Account, ServerState } from './types' */

import { ask } from './api.js';
import { byId, make, throttle } from './dom.js';
import { copyButton, listing } from './listing.js';
import { snippetBox } from './snippet-box.js';
import { createSending, EXAMPLE_KEY, findKey } from './snippets.js';
import { watch } from './troubles.js';
import { counted, number } from './words.js';

const MAX_LISTS = 4;

/** @type {{ api: string, accounts: Account[], onLoad: (state: ServerState) => void }} */
const known = { api: '', accounts: [], onLoad: () => {} };

/** @param {(state: ServerState) => void} onLoad */
export function startState(onLoad) {
  known.onLoad = onLoad;
}

/** Returns the address of the API and the key for code that sends as an account. @param {string} account */
export const getApi = account => ({ api: known.api, key: findKey(known.accounts, account) });

export const loadState = throttle(async () => {
  const state = await watch('The counts cannot be read', ask('state'));
  if (state) show(state);
}, 1000);

/** @param {ServerState} state */
function show(state) {
  /** @param {string} name @param {...string} values */
  const line = (name, ...values) => make('div', {}, make('dt', {}, name), make('dd', {}, ...values));
  const lists = state.accounts.flatMap(account => account.lists.map(one => describeList(one, account, state.accounts.length)));
  const others = lists.length > MAX_LISTS ? ` and ${counted(lists.length - MAX_LISTS, 'other')}` : '';
  byId('state').replaceChildren(
    line(lists.length === 1 ? 'List' : 'Lists', lists.slice(0, MAX_LISTS).join(', ') + others),
    line('Requests', number.format(state.requests)),
    line('Queued', number.format(state.queued)),
    line('Kept', `${number.format(state.kept)} of at most ${number.format(state.max_messages)}`),
    line('Dropped', number.format(state.dropped)));
  known.accounts = state.accounts;
  if (known.api !== state.api) showAddress(state);
  known.onLoad(state);
}

/** @param {Account['lists'][number]} list @param {Account} account @param {number} accounts how many there are */
function describeList(list, account, accounts) {
  const remarks = [accounts > 1 ? account.name : '', account.is_suspended ? 'suspended' : '', list.status === 'active' ? '' : list.status].filter(Boolean);
  return `${list.number}${remarks.length ? ` (${remarks.join(', ')})` : ''}`;
}

/** @param {ServerState} state */
function showAddress({ api, accounts }) {
  const own = accounts[0]?.api_key ?? null;
  const key = own ?? EXAMPLE_KEY;
  known.api = api;
  byId('api').replaceChildren(make('code', {}, api), copyButton('Copy', () => api, 'Copy the address of the API'));
  byId('key').hidden = own === null;
  byId('key').replaceChildren(make('code', {}, `key ${key}`), copyButton('Copy', () => key, 'Copy the key'));
  byId('own-key').hidden = own !== null;
  const from = accounts.flatMap(account => account.lists).find(one => one.status === 'active')?.number ?? '+18005551000';
  const first = { to: '+14155551234', list_number: from, body: 'Hello! Your order is confirmed. Ref: {{messageId}}', wrap_links: true };
  byId('first-snippet').replaceChildren(snippetBox(createSending({ request: JSON.stringify(first) }, api, key), 'curl'));
  byId('environment').replaceChildren(listing('Environment', `export TRACKLY_BASE_ADDRESS=${api}\nexport TRACKLY_API_KEY=${key}`));
}
