// @ts-check
// The details of one message.

/** @import { Link, Message } from './types' */

import { ask, find } from './api.js';
import { byId, make, throttle } from './dom.js';
import { copyButton, listing } from './listing.js';
import { isSame } from './message-window.js';
import { findPartEnds } from './segments.js';
import { sizeOf } from './size.js';
import { snippetBox } from './snippet-box.js';
import { createSending } from './snippets.js';
import { annotate, clip, findCode, layOut, MAX_IN_LISTING } from './text.js';
import { watch } from './troubles.js';
import { webhookItem } from './webhooks.js';
import { chip, exactTime, findEffect, numberElement, statusChip } from './words.js';

const section = byId('details');

/** @type {{ message: Message | null, getApi: (account: string) => { api: string, key: string } }} */
const state = { message: null, getApi: () => ({ api: '', key: '' }) };
let outcomeTurn = 0;

/** @param {(account: string) => { api: string, key: string }} getApi returns what the snippets of an account use @param {() => void} close */
export function startDetails(getApi, close) {
  state.getApi = getApi;
  byId('close-details').addEventListener('click', close);
}

/** Reads a message. Null when it is no longer kept; any other failure throws. @param {string} id @returns {Promise<Message | null>} */
export async function findMessage(id) {
  if (state.message?.message_id === id && section.dataset.id === id) return state.message;
  return find(`messages/${encodeURIComponent(id)}`);
}

/** @param {Message} message */
export function showDetails(message) {
  const isShown = state.message === message;
  state.message = message;
  if (!isShown) {
    section.replaceChildren(...contentOf(message).filter(one => one !== null));
    section.dataset.id = message.message_id;
    byId('pane-body').scrollTo(0, 0);
  }
  loadOutcome();
}

/** Shows in place of a message why it cannot be read. @param {string} reason @param {() => void} readAgain */
export function showReadError(reason, readAgain) {
  closeDetails();
  const onclick = () => {
    // The button with the focus is about to be removed.
    byId('details-title').focus();
    readAgain();
  };
  section.append(
    make('p', { className: 'banner bad', role: 'alert' }, `The message cannot be read: ${reason}`),
    make('div', { className: 'actions' }, make('button', { type: 'button', onclick }, 'Read again')));
}

export function closeDetails() {
  state.message = null;
  section.dataset.id = '';
  section.replaceChildren();
}

/** Reads what became of the message again if an event belongs to it. @param {any} data */
export function onDetailsActivity(data) {
  if (state.message && (!data || data.message_id === state.message.message_id)) loadOutcomeSoon();
}

const loadOutcomeSoon = throttle(() => loadOutcome(), 300);

/** Updates what became of the message, which changes after it was queued. */
async function loadOutcome() {
  const shown = state.message;
  const place = section.querySelector('.outcome');
  if (!shown || !place) return;
  const id = encodeURIComponent(shown.message_id);
  const mine = ++outcomeTurn;
  const found = await watch('What became of the message cannot be read', Promise.all([find(`messages/${id}`), ask(`webhooks?message_id=${id}`)]));
  // What is shown stays until more is known.
  if (!found || shown !== state.message || mine !== outcomeTurn) return;
  const [message, webhooks] = found;
  const isKept = message && isSame(message, shown);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.webhook;
  place.replaceChildren(
    ...isKept ? [statusItem(message), ...webhooks.webhooks.map(webhookItem)] : [make('li', { className: 'bad' }, 'The emulator no longer keeps this message.')]);
  if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`[data-webhook="${CSS.escape(focused)}"]`))?.focus();
}

/** @param {Message} message */
function statusItem({ status, status_detail: detail }) {
  return make('li', {}, 'Status ', statusChip(status, detail) ?? chip(status, ''), detail ? ` ${detail}` : '');
}

/** @param {Message} message */
function contentOf(message) {
  const effect = message.fault ? findEffect(message.fault) : null;
  /** @param {string} text @param {HTMLElement | null} node */
  const heading = (text, node) => node ? [make('h3', {}, text), node] : [];
  const { api, key } = state.getApi(message.account);
  return [
    effect ? make('p', { className: effect.isLost ? 'banner bad' : 'banner warn' }, effect.sentence, ' (', make('code', {}, message.fault), ')') : null,
    make('p', { className: 'bubble text', dir: 'auto' }, ...annotate(clip(message.text, MAX_IN_LISTING), message.links, message.forced_unicode, partEndsOf(message))),
    copies(message),
    ...sizeOf(message),
    ...heading('What became of it', make('ul', { className: 'outcome webhooks' }, make('li', {}, `Status ${message.status}`))),
    facts(message),
    ...heading('Notes', message.notes.length ? make('ul', { className: 'lines notes' }, ...message.notes.map(note => make('li', { dir: 'auto' }, note))) : null),
    ...heading('Links', linksOf(message)),
    message.body === message.text ? null : listing('Body before macros and links', message.body),
    ...heading('Send it again', snippetBox(createSending(message, api, key), 'C#')),
    listing('Request', message.request, layOut),
  ];
}

/** @param {Message} message */
const partEndsOf = message => message.segments > 1 ? findPartEnds(message.text, message.encoding, message.units_per_segment) : [];

/** Creates buttons that copy the text, a code in it, and a link. @param {Message} message */
function copies(message) {
  const code = findCode(message.text);
  return make('div', { className: 'actions' }, copyButton('Copy text', () => message.text), code ? copyButton(`Copy ${code}`, () => code) : null,
    copyButton('Copy link', () => `${location.origin}/#/m/${encodeURIComponent(message.message_id)}`));
}

/** @param {Message} message */
function facts(message) {
  const pairs = {
    Id: make('code', {}, message.message_id), To: numberElement(message.to), From: numberElement(message.list_number), Account: make('bdi', {}, message.account),
    Received: exactTime(message.received_at), 'Wrap links': message.wrap_links === null ? 'not set' : String(message.wrap_links),
  };
  return make('dl', { className: 'facts' }, ...Object.entries(pairs).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

/** @param {Message} message */
function linksOf(message) {
  if (message.links.length === 0) return null;
  /** @param {Link} link */
  const item = link => make('li', {}, make('code', {}, link.url), make('span', { className: 'muted small' }, 'shown as'), make('code', {}, link.short_url));
  return make('ul', { className: 'lines links' }, ...message.links.slice(0, 100).map(item));
}
