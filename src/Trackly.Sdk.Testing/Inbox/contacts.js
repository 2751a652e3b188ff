// @ts-check
// The contacts of each list, with who opted out and how.

/** @import { Account, Contact, OptOut } from './types' */

import { ask } from './api.js';
import { readContactPage } from './contact-page.js';
import { byId, make, throttle } from './dom.js';
import { moveByKeys, updateRows } from './rows.js';
import { clip } from './text.js';
import { setSummary } from './views.js';
import { chip, counted, number, numberElement, timeElement } from './words.js';

const PAGE_SIZE = 100;
const MAX = 1000;

let limit = PAGE_SIZE;
let turn = 0;
let isShown = false;
let search = '';

const rows = byId('contact-rows');
const list = /** @type {HTMLSelectElement} */ (byId('contact-list'));
const state = /** @type {HTMLSelectElement} */ (byId('contact-state'));

/** Connects the view. A contact opens the conversation with its number. @param {(phoneNumber: string) => void} open */
export function startContacts(open) {
  rows.addEventListener('click', event => {
    const contact = /** @type {any} */ (/** @type {Element} */ (event.target).closest('[data-key]'))?.item;
    if (contact) open(contact.phone_number);
  });
  moveByKeys(rows);
  for (const select of [list, state]) select.addEventListener('change', () => { limit = PAGE_SIZE; load(); });
  byId('more-contacts').addEventListener('click', () => { limit = Math.min(MAX, limit + PAGE_SIZE); load(); });
}

/** Reads the contacts again when they are shown. @param {boolean} shown @param {string} searched */
export function showContacts(shown, searched) {
  if (searched !== search) limit = PAGE_SIZE;
  [isShown, search] = [shown, searched];
  if (shown) load();
}

/** Fills the choice of lists and keeps the selected one. @param {Account[]} accounts */
export function setLists(accounts) {
  const lists = accounts.flatMap(account => account.lists.map(one => ({ account: account.name, number: one.number })));
  const options = [...accounts.map(account => ({ account: account.name, number: '' })), ...lists].map(one =>
    make('option', { value: JSON.stringify(one) }, `${accounts.length > 1 ? `${one.account}: ` : ''}${one.number || 'all lists'}`));
  // The list may be open right now, and would close.
  if (options.length === list.options.length && options.every((option, index) => option.isEqualNode(list.options[index]))) return;
  const chosen = list.value;
  list.replaceChildren(...options);
  if (options.some(option => option.value === chosen)) list.value = chosen;
}

/** Reads the contacts again if an event may have changed them. @param {string} name @param {any} data */
export function onContactEvent(name, data) {
  if (isShown && (name !== 'request' || data.path.includes('/contacts'))) loadSoon();
}

const loadSoon = throttle(() => load(), 500);

async function load() {
  const mine = ++turn;
  const { account, number: from } = list.value ? JSON.parse(list.value) : { account: '', number: '' };
  const query = new URLSearchParams({ account, list_number: from, active: state.value, search, limit: String(limit) });
  try {
    const page = await ask(`contacts?${query}`, undefined, readContactPage);
    if (mine === turn) show(page.contacts, page.total);
  } catch (trouble) {
    if (mine === turn) setSummary('contacts', null, /** @type {Error} */ (trouble).message);
  }
}

/** @param {Contact[]} contacts @param {number} total */
function show(contacts, total) {
  /** @param {Contact} one @param {Contact} other */
  const isUnchanged = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  updateRows(rows, contacts, { getKey: contact => `${contact.phone_number} ${contact.list_number}`, isUnchanged, create: row });
  byId('no-contacts').hidden = total > 0 || search !== '';
  byId('more-contacts').hidden = contacts.length === total || limit === MAX;
  const isPart = contacts.length < total;
  const all = `${counted(total, 'contact')}${search ? ' found' : ''}`;
  setSummary('contacts', total, total === 0 && !search ? '' : isPart ? `${number.format(contacts.length)} of ${all}` : all);
}

/** @param {Contact} contact */
function row(contact) {
  return make('li', {}, make('button', { type: 'button', className: 'row contact', tabIndex: -1 },
    make('span', { className: 'head' }, numberElement(contact.phone_number), contact.active ? chip('active', 'good') : chip('opted out', 'bad')),
    contact.opt_out ? make('span', { className: 'how' }, describe(contact.opt_out), ', ', timeElement(contact.opt_out.at)) : null,
    make('span', { className: 'muted small' }, 'list ', numberElement(contact.list_number),
      ...contact.signup_date ? [', since ', timeElement(contact.signup_date)] : [', not a contact on it']),
    ...fieldsOf(contact)));
}

/** @param {OptOut} optOut */
const describe = optOut => optOut.by === 'api' ? 'Opted out by your application' : `Replied ${optOut.keyword}`;

/** @param {Contact} contact */
function fieldsOf({ custom_fields: fields }) {
  return fields.length ? [make('span', { className: 'small', dir: 'auto' }, clip(fields.join(', '), 300))] : [];
}
