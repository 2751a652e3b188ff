// The inbox of the emulator. The content of a message or a fault is untrusted: it is inserted into the page as text (textContent, append of strings),
// never as markup, address or style.

import { ask } from './api.js';
import { byId, make, say, throttle } from './dom.js';
import { listen } from './events.js';
import { onContactEvent, setLists, showContacts, startContacts } from './contacts.js';
import { loadRefused, onRequest, sayRefused } from './refused.js';
import { closeThread, makeThread, onActivity } from './thread.js';
import { showView } from './views.js';
import { counted, exactTime, number, redrawTimes, statusChip, timeElement } from './words.js';

/**
 * @typedef {{ character: string, code_point: string, count: number }} Forced
 * @typedef {{ sequence: number, message_id: string, received_at: string, account: string, status: string, status_detail: string | null, to: string, list_number: string, body: string,
 *   text: string, notes: string[], links: { url: string, short_url: string }[], wrap_links: boolean | null, encoding: 'gsm7' | 'ucs2',
 *   segments: number, units: number, units_per_segment: number, forced_unicode: Forced[], contact_data: object | null,
 *   metadata: object | null, request: string, curl: string, fault: string | null }} Message
 * @typedef {{ id: number, kind: string, status: number | null, error: string | null, code: string | null, retry_after_seconds: number | null,
 *   delay_ms: number | null, times: number | null, remaining: number | null, to: string | null,
 *   is_conditional?: true }} Fault
 * @typedef {{ messages: Message[], has_more: boolean, queued: number, kept: number, dropped: number }} Page
 */

const PAGE_SIZE = 100;
const MAX_SHOWN = 500; // more would make the page slow; older messages are loaded on request
const MAX_IN_BUBBLE = 1000;
const MAX_IN_LISTING = 50000;
const KEY = 'trk_your_api_key_here'; // of the documentation's examples; the one of the emulator unless its user chose another

/** @returns {Promise<Page>} */
function askForMessages(where = {}) {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...where });
  if (list.search) query.set('search', list.search);
  return ask(`messages?${query}`);
}

// ---- Words ----

const encodingName = encoding => ({ gsm7: 'GSM-7', ucs2: 'UCS-2' })[encoding] ?? encoding;

/** What a fault did to a queued message: [for the list, for the details, whether the sender cannot know that the message was queued]. */
const effects = {
  accept_then_reset: ['no response', 'Queued, but the sender got no response: the connection was reset.', true],
  hang: ['no response', 'Queued, but the sender got no response.', true],
  status: ['error response', 'Queued, but the sender got an error response.', true],
  gateway_html: ['gateway page', 'Queued, but the sender got an HTML page, as from a proxy.', true],
  delay: ['delayed response', 'Queued. The response was delayed.', false],
  slow_body: ['slow response', 'Queued. The response was sent byte by byte.', false],
};
const effectOf = fault => effects[fault] ?? [fault, `Queued, with the fault ${fault}.`, false];

/** Cuts a string for display, and adds how much is missing. */
function clip(text, max) {
  if (text.length <= max) return text;
  const end = text.codePointAt(max - 1) > 0xffff ? max - 1 : max;
  return `${text.slice(0, end)}… (${counted(text.length - end, 'more character')})`;
}

/** Lays JSON out without touching its tokens: numbers, escapes and repeated names are not changed. A string that is not JSON is returned unchanged. */
function layOut(text) {
  if (text.length > MAX_IN_LISTING) return text;
  try { JSON.parse(text); } catch { return text; }
  let depth = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, 20))}`;
  return (text.match(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []).map(token => {
    switch (token) {
      case '{': case '[': depth++; return token + line();
      case '}': case ']': depth--; return line() + token;
      case ',': return token + line();
      case ':': return ': ';
      default: return token[0] === '{' || token[0] === '[' ? token[0] + token.at(-1) : token;
    }
  }).join('');
}

/** Splits a string into nodes, in which short links and, if given, the characters that forced UCS-2 are marked. */
function annotate(text, links, forced) {
  const escaped = needle => needle.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const either = needles => needles.length ? needles.map(escaped).join('|') : '(?!)';
  const shorts = links.map(link => link.short_url).filter(Boolean).sort((a, b) => b.length - a.length);
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(new RegExp(`(${either(shorts)})|(?:${either(forced.map(one => one.character))})+`, 'gu'))) {
    nodes.push(text.slice(end, found.index), found[1] ? make('span', { className: 'link' }, found[0]) : make('mark', {}, found[0]));
    end = found.index + found[0].length;
  }
  return [...nodes, text.slice(end)].filter(node => node !== '');
}

// ---- The list: a window of the kept messages, newest first ----

const messages = byId('messages');
const list = {
  search: '',
  /** The search that found what is shown. It is another one while the next page is loaded. */
  foundBy: '',
  /** @type {Message[]} one for one the children of #messages */
  shown: [],
  hasOlder: false,
  /** Whether the window starts with the newest message. It does not after so many older ones were loaded that the newest were removed. */
  isLive: true,
  newer: 0,
  turn: 0,
  isLoading: false,
  /** @type {Message[]} arrived and not yet shown, oldest first */
  pending: [],
  pendingCount: 0,
  flushing: 0,
  max: MAX_SHOWN,
  /** @type {HTMLButtonElement | null} the one message that Tab reaches; arrow keys reach the others */
  stop: null,
};

/** @param {Message} message */
function messageItem(message, hasJustArrived) {
  const [effect, , isLost] = message.fault ? effectOf(message.fault) : [];
  const isUnicode = message.encoding === 'ucs2';
  const chips = make('span', { className: 'chips' },
    make('span', {}, 'from ', make('bdi', {}, message.list_number)),
    make('span', { className: isUnicode ? 'chip warn' : '' }, encodingName(message.encoding)),
    make('span', {}, counted(message.segments, 'segment')),
    message.links.length ? make('span', {}, counted(message.links.length, 'link')) : null,
    message.notes.length ? make('span', {}, counted(message.notes.length, 'note')) : null,
    effect ? make('span', { className: isLost ? 'chip bad' : 'chip warn' }, effect) : null,
    statusChip(message.status, message.status_detail));
  const button = make('button', { type: 'button', className: hasJustArrived ? 'message arrived' : 'message', tabIndex: -1 },
    make('span', { className: 'head' },
      make('bdi', { className: 'number' }, message.to),
      timeElement(message.received_at)),
    make('span', { className: 'bubble', dir: 'auto' }, ...annotate(clip(message.text, MAX_IN_BUBBLE), message.links, [])),
    chips);
  if (isSame(message, pane.message)) button.ariaCurrent = 'true';
  return make('li', {}, button);
}

/** Ids follow from the emulator's seed, so another emulator gives the same ones, but not at the same moment. */
const isSame = (one, other) => one?.message_id === other?.message_id && one?.received_at === other?.received_at;

/** Puts a message where its sequence belongs; one that is shown, or older than the window, changes nothing. */
function place(message, hasJustArrived) {
  const at = list.shown.findIndex(other => other.sequence <= message.sequence);
  if (at >= 0 && list.shown[at].sequence === message.sequence) return;
  if (at < 0 && list.hasOlder && list.shown.length) return;
  const index = at < 0 ? list.shown.length : at;
  messages.insertBefore(messageItem(message, hasJustArrived), messages.children[index] ?? null);
  list.shown.splice(index, 0, message);
}

/** Shows these messages and no others. */
function replaceWith(shown) {
  const focused = messageOf(document.activeElement);
  list.shown = shown;
  messages.replaceChildren(...shown.map(message => messageItem(message, false)));
  const again = focused ? shown.findIndex(message => isSame(message, focused)) : -1;
  if (again >= 0) messages.children[again].firstChild.focus({ preventScroll: true });
}

/** @returns {Message | undefined} */
function messageOf(element) {
  const item = element instanceof Element ? element.closest('#messages > li') : null;
  return item ? list.shown[[...messages.children].indexOf(item)] : undefined;
}

/** Updates the elements around the messages. */
function settle() {
  const max = Math.min(MAX_SHOWN, list.max);
  while (list.isLive && list.shown.length > max) {
    list.shown.pop();
    messages.lastChild.remove();
    list.hasOlder = max === MAX_SHOWN;
  }
  if (!list.stop?.isConnected || (!messages.contains(document.activeElement) && list.stop.ariaCurrent !== 'true'))
    moveStop(messages.querySelector('[aria-current]') ?? messages.firstElementChild?.firstChild ?? null);
  const isEmpty = list.shown.length === 0;
  byId('empty').hidden = !isEmpty || list.search !== '' || list.isLoading;
  byId('nothing-found').hidden = !isEmpty || list.search === '' || list.isLoading;
  byId('nothing-found').textContent = `No kept message has “${list.search}” in its numbers or its text.`;
  byId('older').hidden = !list.hasOlder;
  byId('newest').hidden = list.isLive;
  byId('newest').textContent = list.newer > 0 ? `Show the newest messages (${number.format(list.newer)} arrived)` : 'Show the newest messages';
  if (!list.isLoading) byId('summary').textContent = list.search ? `${number.format(list.shown.length)}${list.hasOlder ? '+' : ''} found` : '';
}

function moveStop(button) {
  if (list.stop) list.stop.tabIndex = -1;
  list.stop = button;
  if (button) button.tabIndex = 0;
}

/** Loads the newest page. What is shown stays where it is if the page continues it, as it does after a short loss of the connection. */
async function load({ afresh = true } = {}) {
  const turn = ++list.turn;
  list.isLoading = true;
  let page;
  try {
    page = await askForMessages();
  } catch (trouble) {
    if (turn !== list.turn) return;
    list.isLoading = false;
    byId('summary').textContent = trouble.message;
    return;
  }
  if (turn !== list.turn) return;
  list.isLoading = false;
  const newest = list.shown[0];
  if (!afresh && list.foundBy === list.search && newest && page.messages.some(message => isSame(message, newest))) {
    page.messages.reverse().forEach(message => place(message, false));
  } else {
    [list.isLive, list.newer, list.hasOlder, list.foundBy] = [true, 0, page.has_more, list.search];
    replaceWith(page.messages);
  }
  settle();
  flush();
}

async function loadOlder() {
  const { turn } = list;
  const last = list.shown.at(-1);
  let page;
  try {
    page = await askForMessages({ before: String(last.sequence) });
  } catch (trouble) {
    byId('summary').textContent = trouble.message;
    return;
  }
  if (turn !== list.turn || list.shown.at(-1) !== last) return;
  list.hasOlder = page.has_more;
  list.shown.push(...page.messages);
  const items = page.messages.map(message => messageItem(message, false));
  messages.append(...items);
  while (list.shown.length > MAX_SHOWN) {
    list.shown.shift();
    messages.firstChild.remove();
    list.isLive = false;
  }
  settle();
  (items[0] ?? messages.lastElementChild)?.firstChild.focus();
}

async function loadNewest() {
  await load();
  scrollToTop();
  list.stop?.focus();
}

function scrollToTop() {
  byId('inbox').scrollTo(0, 0);
  window.scrollTo(0, 0);
}

/** Takes a message from the live events. Thousands per second are shown in batches, and only the newest of them. */
function arrive(message) {
  list.pending.push(message);
  list.pendingCount++;
  if (list.pending.length > MAX_SHOWN) list.pending.shift();
  list.flushing ||= setTimeout(flush, 30);
}

function flush() {
  clearTimeout(list.flushing);
  list.flushing = 0;
  if (list.isLoading || list.pendingCount === 0) return;
  const [arrived, count] = [list.pending, list.pendingCount];
  [list.pending, list.pendingCount] = [[], 0];
  if (list.search) loadFound();
  else if (list.isLive) arrived.forEach(message => place(message, count <= 5));
  else list.newer += count;
  settle();
  announceArrivals(count, arrived.at(-1));
  loadState();
}

/** During a search, the server finds the matching messages among the new ones. */
const loadFound = throttle(async () => {
  if (!list.search || !list.isLive) return;
  const { turn } = list;
  const page = await askForMessages({ after: String(list.shown[0]?.sequence ?? 0) }).catch(() => null);
  if (!page || turn !== list.turn) return;
  if (page.has_more) return load();
  page.messages.reverse().forEach(message => place(message, true));
  settle();
}, 500);

/** After a reconnect no message may be missing or shown twice, also when another emulator listens now. */
async function catchUp() {
  if (list.isLive || list.shown.length === 0) return load({ afresh: false });
  const [newest] = list.shown;
  const kept = await ask(`messages/${encodeURIComponent(newest.message_id)}`).catch(() => null);
  if (!isSame(kept, newest)) return load();
}

function clearAll() {
  [list.pending, list.pendingCount, list.hasOlder, list.isLive, list.newer] = [[], 0, false, true, 0];
  if (messages.contains(document.activeElement)) byId('search').focus();
  replaceWith([]);
  if (pane.message) closePane();
  if (list.isLoading) load(); else settle();
  loadState();
}

// ---- Announcements, and the title ----

const spoken = { count: 0, to: '' };
const speak = throttle(() => {
  if (spoken.count > 0) say(spoken.count === 1 ? `New message to ${spoken.to}` : `${number.format(spoken.count)} new messages`);
  spoken.count = 0;
}, 3000);
let unseen = 0;

function announceArrivals(count, last) {
  spoken.count += count;
  spoken.to = last.to;
  speak();
  if (document.hidden) document.title = `(${number.format(unseen += count)}) Trackly emulator`;
}

// ---- The state ----

const loadState = throttle(async () => {
  const state = await ask('state').catch(() => null);
  if (state) showState(state);
}, 1000);

function showState(state) {
  list.max = state.max_messages;
  setLists(state.accounts);
  const line = (name, ...values) => make('div', {}, make('dt', {}, name), make('dd', {}, ...values));
  const lists = state.accounts.flatMap(account => account.lists.map(one => {
    const remarks = [state.accounts.length > 1 ? account.name : '', account.is_suspended ? 'suspended' : '', one.status === 'active' ? '' : one.status];
    return `${one.number}${remarks.some(Boolean) ? ` (${remarks.filter(Boolean).join(', ')})` : ''}`;
  }));
  const others = lists.length > 4 ? ` and ${counted(lists.length - 4, 'other')}` : '';
  byId('state').replaceChildren(
    line('API', make('code', {}, state.api)),
    line(lists.length === 1 ? 'List' : 'Lists', lists.slice(0, 4).join(', ') + others),
    line('Requests', number.format(state.requests)),
    line('Queued', number.format(state.queued)),
    line('Kept', `${number.format(state.kept)} of at most ${number.format(state.max_messages)}`),
    line('Dropped', number.format(state.dropped)));
  const key = state.accounts[0].api_key;
  byId('own-key').hidden = key !== null;
  const from = state.accounts.flatMap(account => account.lists).find(one => one.status === 'active')?.number ?? '+18005551000';
  if (byId('first-curl').childElementCount === 0) {
    byId('first-curl').append(listing('curl', firstCurl(state.api, from)));
    byId('environment').append(listing('Environment', `export TRACKLY_BASE_ADDRESS=${state.api}\nexport TRACKLY_API_KEY=${key ?? KEY}`));
  }
}

function firstCurl(api, from) {
  const request = JSON.stringify({ to: '+14155551234', list_number: from, body: 'Hello! Your order is confirmed. Ref: {{messageId}}', wrap_links: true });
  return `curl -X POST ${api}v2/send -H 'X-Api-Key: ${KEY}' -H 'Content-Type: application/json' -d '${request.replaceAll('\'', '\'\\\'\'')}'`;
}

// ---- The pane: the details of a message, or the faults ----

const pane = {
  /** @type {Message | null} */
  message: null,
  /** @type {Element | null} */
  opener: null,
};
const isNarrow = matchMedia('(width < 56rem)');

function openPane(name, title) {
  if (document.body.dataset.pane === 'none') pane.opener = document.activeElement;
  document.body.dataset.pane = name;
  byId('details').hidden = name !== 'details';
  byId('faults').hidden = name === 'details';
  byId('pane').scrollTo(0, 0);
  cover();
  // At a desk the list stays beside the details, and the arrow keys stay in the list.
  if (isNarrow.matches || name === 'faults') title.focus();
}

function closePane() {
  const focusWasInside = byId('pane').contains(document.activeElement) || isNarrow.matches;
  document.body.dataset.pane = 'none';
  closeThread();
  if (location.hash) history.replaceState(null, '', location.pathname);
  byId('details').hidden = true;
  byId('faults').hidden = false;
  markCurrent(null);
  cover();
  if (focusWasInside) (pane.opener?.isConnected && pane.opener !== document.body ? pane.opener : list.stop ?? byId('search')).focus();
  pane.opener = null;
}

/** On a phone the pane covers the rest, which is then out of reach. */
function cover() {
  const isCovered = isNarrow.matches && document.body.dataset.pane !== 'none';
  byId('bar').inert = isCovered;
  byId('inbox').inert = isCovered;
}

function markCurrent(message) {
  messages.querySelector('[aria-current]')?.removeAttribute('aria-current');
  pane.message = message;
  const index = message ? list.shown.findIndex(other => isSame(other, message)) : -1;
  if (index >= 0) messages.children[index].firstChild.ariaCurrent = 'true';
}

/** @param {Message} message */
function openDetails(message) {
  markCurrent(message);
  const title = make('h2', { id: 'details-title', tabIndex: -1 }, 'To ', make('bdi', {}, message.to));
  const close = make('button', { type: 'button', className: 'close', onclick: closePane }, 'Close');
  byId('details').replaceChildren(make('div', { className: 'pane-head' }, title, close), ...detailsOf(message).filter(Boolean));
  const address = `#/m/${encodeURIComponent(message.message_id)}`;
  if (location.hash !== address) history[document.body.dataset.pane === 'none' ? 'pushState' : 'replaceState'](null, '', address);
  openPane('details', title);
  if (!isNarrow.matches) say(`Details of the message to ${message.to}`);
}

/** @param {Message} message */
function detailsOf(message) {
  const effect = message.fault ? effectOf(message.fault) : null;
  const heading = (text, node) => node ? [make('h3', {}, text), node] : [];
  return [
    effect ? make('p', { className: effect[2] ? 'banner bad' : 'banner warn' }, effect[1], ' (', make('code', {}, message.fault), ')') : null,
    make('p', { className: 'bubble text', dir: 'auto' }, ...annotate(clip(message.text, MAX_IN_LISTING), message.links, message.forced_unicode)),
    copies(message),
    ...sizeOf(message),
    ...makeThread(message),
    facts(message),
    ...heading('Notes', message.notes.length ? make('ul', { className: 'lines' }, ...message.notes.map(note => make('li', { dir: 'auto' }, note))) : null),
    ...heading('Links', linksOf(message)),
    message.body === message.text ? null : listing('Body before macros and links', message.body),
    listing('Request', message.request, layOut),
    listing('curl', message.curl),
    listing('C#', csharp(message)),
  ];
}

/** Buttons for the text, and for a code in it alone. @param {Message} message */
function copies(message) {
  const code = /(?<![\d+])\d{4,8}(?!\d)/.exec(message.text)?.[0];
  const button = (name, text) => {
    const copy = make('button', { type: 'button', className: 'small', onclick: () => copyText(copy, text, name) }, name);
    return copy;
  };
  return make('div', { className: 'actions' }, button('Copy text', message.text), code ? button(`Copy ${code}`, code) : null,
    button('Copy link', `${location.origin}/#/m/${encodeURIComponent(message.message_id)}`));
}

/** @param {Message} message */
function csharp(message) {
  const quoted = text => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
  const wraps = message.wrap_links === null ? '' : ` { WrapLinks = ${message.wrap_links} }`;
  return `await trackly.SendAsync(new SendRequest(${quoted(message.to)}, ${quoted(message.list_number)}, ${quoted(message.body)})${wraps});`;
}

/** @param {Message} message */
function sizeOf(message) {
  const { encoding, segments, units, units_per_segment: room, forced_unicode: forced } = message;
  const unit = encoding === 'gsm7' ? 'septet' : 'UTF-16 unit';
  const bars = segments > 12 ? null : make('div', { className: 'segments', ariaHidden: 'true' }, ...Array.from({ length: segments }, (_, index) => {
    const bar = make('span', {});
    bar.style.setProperty('--fill', `${Math.round(100 * Math.min(1, Math.max(0, units / room - index)))}%`);
    return bar;
  }));
  return [
    make('p', {}, make('b', {}, `${encodingName(encoding)}, ${counted(segments, 'segment')}`),
      segments === 1 ? `: ${number.format(units)} of ${counted(room, unit)}` : `: ${counted(units, unit)}, ${room} in each`),
    bars,
    ...(forced.length ? [make('h3', {}, 'Characters that forced UCS-2'), forcedTable(forced)] : []),
  ];
}

/** @param {Forced[]} forced */
function forcedTable(forced) {
  const glyph = character => /^[\p{C}\p{Z}\p{Cf}]+$/u.test(character) ? make('span', { className: 'muted small' }, 'invisible')
    : make('bdi', {}, /^\p{M}/u.test(character) ? `\u25cc${character}` : character);
  const row = one => make('tr', {}, make('td', { className: 'glyph' }, glyph(one.character)), make('td', {}, make('code', {}, one.code_point)),
    make('td', {}, number.format(one.count)));
  const head = make('tr', {}, ...['Character', 'Code point', 'Count'].map(name => make('th', { scope: 'col' }, name)));
  const max = 50;
  const rest = forced.length > max ? make('tr', {}, make('td', { colSpan: 3, className: 'muted' }, `and ${counted(forced.length - max, 'other')}`)) : null;
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...forced.slice(0, max).map(row), rest ?? ''));
}

/** @param {Message} message */
function facts(message) {
  const wrapping = message.wrap_links === null ? 'not set' : String(message.wrap_links);
  const pairs = { Id: message.message_id, From: message.list_number, Account: message.account, Received: exactTime(message.received_at), Status: message.status_detail ? `${message.status} (${message.status_detail})` : message.status, 'Wrap links': wrapping };
  return make('dl', { className: 'facts' }, ...Object.entries(pairs).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, make('bdi', {}, value))]));
}

/** @param {Message} message */
function linksOf(message) {
  if (message.links.length === 0) return null;
  const item = link => make('li', {}, make('code', {}, link.url), make('span', { className: 'muted small' }, 'shown as'), make('code', {}, link.short_url));
  return make('ul', { className: 'lines links' }, ...message.links.slice(0, 100).map(item));
}

/** A string in full, with a button that copies it exactly, however it is displayed. */
function listing(name, exact, display = text => text) {
  const title = make('h3', {}, name);
  const copy = make('button', { type: 'button', className: 'small', ariaLabel: `Copy: ${name}`, onclick: () => copyText(copy, exact) }, 'Copy');
  return make('div', { className: 'listing' }, make('div', {}, title, copy),
    make('pre', { tabIndex: 0, role: 'region', ariaLabel: name }, clip(display(exact), MAX_IN_LISTING)));
}

async function copyText(button, text, name = 'Copy') {
  const isCopied = await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false) || copyBySelection(button, text);
  button.textContent = isCopied ? 'Copied' : 'Not copied';
  say(isCopied ? 'Copied' : 'The browser did not let the page copy.');
  setTimeout(() => { button.textContent = name; }, 1500);
}

/** Over plain HTTP beyond loopback, browsers have no clipboard for pages, but a selection can be copied. */
function copyBySelection(button, text) {
  const field = make('textarea', { value: text, className: 'hidden', readOnly: true });
  button.after(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  button.focus();
  return isCopied;
}

// ---- The faults ----

const fields = {
  status: { label: 'Status', type: 'number', min: '200', max: '599', required: true, className: 'short' },
  error: { label: 'Error', type: 'text', value: 'Service unavailable' },
  code: { label: 'Code', type: 'text', placeholder: 'none' },
  retry_after_seconds: { label: 'Retry-After (s)', type: 'number', min: '0', placeholder: 'none', className: 'short' },
  delay_ms: { label: 'Milliseconds', type: 'number', min: '0', required: true, className: 'short' },
};
const kinds = [
  { kind: 'status', name: 'Respond with an error', says: 'Nothing is queued.', with: { status: '503', error: undefined, code: undefined, retry_after_seconds: '' } },
  { kind: 'gateway_html', name: 'Respond as a gateway', says: 'An HTML page, as from a proxy. Nothing is queued.', with: { status: '502' } },
  { kind: 'delay', name: 'Delay the response', says: 'Queued as usual.', with: { delay_ms: '2000' } },
  { kind: 'accept_then_reset', name: 'Lose the response', says: 'Queued, then the connection is reset: the sender gets no response.', with: {} },
  { kind: 'reset', name: 'Reset the connection', says: 'Before anything is queued.', with: {} },
  { kind: 'hang', name: 'Never respond', says: 'Queued. The connection stays open until the sender gives up.', with: {} },
  { kind: 'slow_body', name: 'Respond slowly', says: 'Queued. The response is sent byte by byte, with a pause before each.', with: { delay_ms: '50' } },
];

function kindForm({ kind, name, says, with: given }) {
  const inputs = Object.entries(given).map(([field, value]) => {
    const { label, className = '', ...properties } = fields[field];
    const input = make('input', { name: field, autocomplete: 'off', ...properties, ...(value === undefined ? {} : { value }) });
    return make('label', { className }, label, input);
  });
  const trouble = make('p', { role: 'alert', hidden: true });
  const button = make('button', { type: 'submit', className: 'small', ariaLabel: `Switch on: ${name}` }, 'Switch on');
  const form = make('form', { ariaLabel: name },
    make('div', { className: 'row' }, make('div', {}, make('h4', {}, name), make('p', { className: 'muted small' }, says)), button),
    inputs.length ? make('div', { className: 'fields' }, ...inputs) : null,
    trouble);
  form.dataset.kind = kind;
  form.onsubmit = event => {
    event.preventDefault();
    switchOn(kind, name, form, trouble);
  };
  return form;
}

async function switchOn(kind, name, form, trouble) {
  const [times, to] = [byId('times'), byId('to')];
  if (!times.reportValidity() || !to.reportValidity()) return;
  const valueOf = input => input.value.trim() === '' ? null : input.type === 'number' ? input.valueAsNumber : input.value.trim();
  const fault = { kind, times: valueOf(times), to: valueOf(to) };
  for (const input of form.querySelectorAll('input')) {
    if (valueOf(input) !== null) fault[input.name] = valueOf(input);
  }
  trouble.hidden = true;
  try {
    await ask('faults', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fault) });
    say(`Switched on: ${name}`);
    loadFaults();
  } catch (refusal) {
    trouble.textContent = refusal.message;
    trouble.hidden = false;
  }
}

/** @param {Fault} fault */
function describe(fault) {
  const name = kinds.find(one => one.kind === fault.kind)?.name ?? fault.kind;
  const how = [
    fault.status,
    fault.error ? `“${fault.error}”` : null,
    fault.code,
    fault.retry_after_seconds === null || fault.retry_after_seconds === undefined ? null : `Retry-After ${fault.retry_after_seconds}\u00a0s`,
    fault.delay_ms === null || fault.delay_ms === undefined ? null : `${number.format(fault.delay_ms)}\u00a0ms`,
  ].filter(part => part !== null && part !== undefined);
  const left = fault.remaining ?? fault.times;
  const scope = left === null || left === undefined ? 'Every request' : left === 1 ? 'The next request' : `The next ${number.format(left)} requests`;
  return make('div', {}, make('b', {}, name), how.length ? ': ' : null, how.length ? make('bdi', {}, how.join(', ')) : null, make('br', {}),
    make('span', { className: 'small' }, scope, fault.is_conditional ? ' that a condition in code picks' : null, fault.to ? ' to ' : null, fault.to ? make('bdi', {}, fault.to) : null));
}

/** @param {Fault[]} faults */
function showFaults(faults) {
  const active = byId('active-faults');
  const focused = [...active.children].findIndex(item => item.contains(document.activeElement));
  const focusedId = active.children[focused]?.dataset.id;
  active.replaceChildren(...faults.map(fault => {
    const off = make('button', { type: 'button', className: 'small', onclick: () => switchOff(`faults/${fault.id}`) }, 'Switch off');
    off.ariaLabel = `Switch off: ${kinds.find(one => one.kind === fault.kind)?.name ?? fault.kind}`;
    const item = make('li', {}, describe(fault), off);
    item.dataset.id = fault.id;
    return item;
  }));
  if (focused >= 0) {
    const same = [...active.children].find(item => item.dataset.id === focusedId) ?? active.children[Math.min(focused, faults.length - 1)];
    (same?.querySelector('button') ?? byId('faults-title')).focus();
  }
  const allOffHasFocus = document.activeElement === byId('remove-faults');
  byId('no-faults').hidden = faults.length > 0;
  byId('remove-faults').hidden = faults.length < 2;
  if (allOffHasFocus && faults.length < 2) byId('faults-title').focus();
  byId('fault-count').hidden = faults.length === 0;
  byId('fault-count').textContent = number.format(faults.length);
}

async function switchOff(path) {
  await ask(path, { method: 'DELETE' }).then(() => say('Switched off'), trouble => say(trouble.message));
  loadFaults();
}

/** How often the page received or requested the faults. A response that is older than the last one is not shown. */
let faultUpdates = 0;

async function loadFaults() {
  const turn = ++faultUpdates;
  const body = await ask('faults').catch(() => null);
  if (body && turn === faultUpdates) showFaults(body.faults);
}

// ---- Events ----

const handlers = {
  open() {
    showConnection('live', 'Live');
    catchUp();
    loadState();
    loadFaults();
    loadRefused();
    onActivity(null);
  },
  error: () => showConnection('lost', 'Not connected'),
  message: arrive,
  cleared: clearAll,
  status: changeStatus,
  request(data) { onRequest(data); loadState(); },
  missed() { load(); loadRefused(); onActivity(null); },
  faults(data) {
    faultUpdates++;
    showFaults(data.faults);
    loadState();
  },
};

function onEvent(name, data) {
  handlers[name]?.(data);
  if (['message', 'status', 'request', 'webhook', 'reply'].includes(name)) onActivity(data);
  if (['open', 'request', 'reply', 'cleared', 'missed'].includes(name)) onContactEvent(name, data);
}

/** @param {{ sequence: number, status: string, status_detail: string | null }} change */
function changeStatus(change) {
  const index = list.shown.findIndex(message => message.sequence === change.sequence);
  for (const message of [list.shown[index], ...list.pending.filter(waiting => waiting.sequence === change.sequence)]) {
    if (message) [message.status, message.status_detail] = [change.status, change.status_detail];
  }
  if (index < 0) return;
  const chips = messages.children[index].querySelector('.chips');
  chips.querySelector('.status')?.remove();
  chips.append(statusChip(change.status, change.status_detail) ?? '');
}

/** Opens the message that the address names. */
async function openLinked() {
  const id = /^#\/m\/(.+)$/.exec(location.hash)?.[1];
  if (!id) return;
  const message = await ask(`messages/${id}`).catch(() => null);
  if (message) openDetails(message);
  else say('The message of this link is no longer kept.');
}

/** Opens the conversation with a number, with the details of its last message. @param {string} phoneNumber */
async function openNumber(phoneNumber) {
  const page = await ask(`messages?to=${encodeURIComponent(phoneNumber)}&limit=1`).catch(() => null);
  if (page?.messages.length) openDetails(page.messages[0]);
  else say(`No kept message to ${phoneNumber}`);
}

function showConnection(state, text) {
  byId('connection').dataset.state = state;
  byId('connection').textContent = text;
}

let typing = 0;
function search() {
  clearTimeout(typing);
  typing = setTimeout(async () => {
    const wanted = byId('search').value.trim();
    if (wanted === list.search) return;
    list.search = wanted;
    await load();
    scrollToTop();
    if (list.search) say(byId('summary').textContent);
  }, 200);
}

/** Moves between the messages. After the last one comes the button that loads older ones. */
function moveByKey(event) {
  const item = event.target.closest('#messages > li');
  const to = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling, Home: messages.firstElementChild, End: messages.lastElementChild };
  if (!item || !(event.key in to) || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const button = to[event.key]?.firstChild ?? (event.key === 'ArrowDown' && list.hasOlder ? byId('older') : null);
  button?.focus();
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || byId('confirm-clear').open) return;
  const isTyping = event.target.matches('input, textarea');
  if (event.key === '/' && !isTyping && !byId('inbox').inert) {
    event.preventDefault();
    byId('search').focus();
  } else if (event.key === 'Escape' && event.target === byId('search') && byId('search').value !== '') {
    event.preventDefault();
    byId('search').value = '';
    search();
  } else if (event.key === 'Escape' && document.body.dataset.pane !== 'none') {
    event.preventDefault();
    closePane();
  } else if (event.key === 'ArrowDown' && event.target === byId('search')) {
    event.preventDefault();
    list.stop?.focus();
  }
}

async function clear() {
  byId('confirm-clear').close();
  try {
    await ask('messages', { method: 'DELETE' });
    say('All messages cleared');
  } catch (trouble) {
    say(byId('summary').textContent = trouble.message);
  }
}

document.addEventListener('keydown', onKey);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  [unseen, document.title] = [0, 'Trackly emulator'];
  redrawTimes();
  flush();
});
isNarrow.addEventListener('change', cover);
messages.addEventListener('keydown', moveByKey);
messages.addEventListener('focusin', event => moveStop(event.target));
messages.addEventListener('click', event => {
  const message = messageOf(event.target);
  if (message) openDetails(message);
});
byId('search').addEventListener('input', search);
byId('older').addEventListener('click', loadOlder);
byId('newest').addEventListener('click', loadNewest);
byId('open-faults').addEventListener('click', () => {
  if (pane.message) closePane();
  openPane('faults', byId('faults-title'));
});
byId('close-faults').addEventListener('click', closePane);
byId('remove-faults').addEventListener('click', () => switchOff('faults'));
byId('ask-clear').addEventListener('click', () => byId('confirm-clear').showModal());
byId('keep').addEventListener('click', () => byId('confirm-clear').close());
byId('clear').addEventListener('click', clear);
byId('kinds').append(...kinds.map(kindForm));
byId('view-messages').addEventListener('click', () => { showView('messages'); showContacts(false); });
byId('view-refused').addEventListener('click', () => { showView('refused'); showContacts(false); say(sayRefused()); });
byId('view-contacts').addEventListener('click', () => { showView('contacts'); showContacts(true); });
startContacts(openNumber);
addEventListener('popstate', () => {
  if (location.hash) openLinked();
  else if (document.body.dataset.pane === 'details') closePane();
});

function atMidnight() {
  const now = new Date();
  setTimeout(() => { redrawTimes(); atMidnight(); }, new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime() + 1000);
}

atMidnight();
listen(onEvent);
openLinked();
