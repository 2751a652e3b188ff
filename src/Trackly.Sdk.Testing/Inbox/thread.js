// @ts-check
// The conversation with a number: what was sent to it, what was refused, what it replied, and what the application was told.

/** @import { ApiRequest, MessageSummary, Reply, Webhook } from './types' */

import { ask } from './api.js';
import { byId, make, throttle } from './dom.js';
import { replyForm } from './reply.js';
import { updateItems } from './rows.js';
import { threadItem } from './thread-items.js';
import { watch } from './troubles.js';
import { chip, formatDay, numberElement } from './words.js';

const MAX = 100;
const list = byId('thread-items');

/**
 * @typedef {{ kind: 'sent', at: string, key: string, message: MessageSummary, isOpen: boolean }} Sent
 * @typedef {{ kind: 'refused', at: string, key: string, request: ApiRequest }} Refused
 * @typedef {{ kind: 'reply', at: string, key: string, reply: Reply, webhook: Webhook | undefined }} Replied
 * @typedef {{ kind: 'day', at: string, key: string, text: string }} Day
 * @typedef {Sent | Refused | Replied | Day} Entry
 */

/** @type {{ number: string, messageId: string, listNumber: string | null, openMessage: (id: string) => void }} */
const state = { number: '', messageId: '', listNumber: null, openMessage: () => {} };
let turn = 0;

/** @param {(id: string) => void} openMessage */
export function startThread(openMessage) {
  state.openMessage = openMessage;
}

/**
 * Shows the conversation with a number, which is then kept up to date.
 * @param {string} number @param {string} messageId the message whose details are open; empty for none
 */
export function openThread(number, messageId) {
  const isAnother = number !== state.number;
  [state.number, state.messageId] = [number, messageId];
  document.body.dataset.thread = String(number !== '');
  if (isAnother) {
    byId('thread-title').replaceChildren(number ? numberElement(number) : '');
    byId('thread-facts').replaceChildren();
    byId('reply').replaceChildren(...number ? [replyForm(number, () => state.listNumber)] : []);
    list.replaceChildren();
    list.ariaLabel = `Conversation with ${number}`;
  }
  return number ? refresh(isAnother) : undefined;
}

export const getThreadNumber = () => state.number;

/** Reads the conversation again if an event belongs to it. @param {any} data */
export function onActivity(data) {
  if (state.number && (!data || data.to === state.number || data.phone_number === state.number)) refreshSoon();
}

const refreshSoon = throttle(() => refresh(false), 300);

/** @param {boolean} isNew */
async function refresh(isNew) {
  const mine = ++turn;
  const { number, messageId } = state;
  const to = encodeURIComponent(number);
  const found = await watch('The conversation cannot be read', Promise.all([
    ask(`messages?to=${to}&limit=${MAX}&summary=true`), ask(`replies?phone_number=${to}&limit=${MAX}`),
    ask(`requests?to=${to}&refused=true&limit=${MAX}`), ask(`webhooks?phone_number=${to}&limit=${MAX}`),
  ]));
  if (!found || mine !== turn) return;
  const [messages, replies, refused, webhooks] = found;

  const byWebhook = new Map(webhooks.webhooks.map((/** @type {Webhook} */ webhook) => [webhook.id, webhook]));
  /** @type {Entry[]} */
  const entries = [
    ...messages.messages.map((/** @type {MessageSummary} */ message) =>
      ({ kind: 'sent', at: message.received_at, key: `sent ${message.sequence}`, message, isOpen: message.message_id === messageId })).reverse(),
    ...refused.requests.map((/** @type {ApiRequest} */ request) => ({ kind: 'refused', at: request.received_at, key: `refused ${request.sequence}`, request })).reverse(),
    ...replies.replies.map((/** @type {Reply} */ reply) =>
      ({ kind: 'reply', at: reply.received_at, key: `reply ${reply.sequence}`, reply, webhook: byWebhook.get(reply.webhook_id) })).reverse(),
  ];
  // What has the same time keeps its order: a reply comes after the message.
  entries.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const isAtEnd = isNew || list.scrollTop + list.clientHeight >= list.scrollHeight - 40;
  updateItems(list, addDays(entries.slice(-MAX)), {
    getKey: entry => entry.key, isUnchanged: (one, other) => JSON.stringify(one) === JSON.stringify(other), create: entry => threadItem(entry, state.openMessage) });
  showFacts(messages.messages[0], replies.replies);
  const open = messageId ? list.querySelector('.current') : null;
  if (isNew && open) open.scrollIntoView({ block: 'center' });
  else if (isAtEnd) list.scrollTop = list.scrollHeight;
}

/** @param {MessageSummary | undefined} newest @param {Reply[]} replies */
function showFacts(newest, replies) {
  state.listNumber = newest?.list_number ?? replies[0]?.list_number ?? null;
  const switched = replies.find(reply => (reply.opts_out || reply.opts_in) && reply.list_number === state.listNumber);
  const hasOptedOut = switched?.opts_out || newest?.status_detail === 'contact_blocked' && !switched;
  byId('thread-facts').replaceChildren(
    ...state.listNumber ? [make('span', { className: 'chip' }, 'from ', numberElement(state.listNumber))] : [], ...hasOptedOut ? [chip('opted out', 'bad')] : []);
}

/** Puts a line before the first entry of each day. @param {Entry[]} entries @returns {Entry[]} */
function addDays(entries) {
  return entries.flatMap((entry, index) => {
    const text = formatDay(entry.at);
    return index > 0 && formatDay(entries[index - 1].at) === text ? [entry] : [{ kind: 'day', at: entry.at, key: `day ${text}`, text }, entry];
  });
}
