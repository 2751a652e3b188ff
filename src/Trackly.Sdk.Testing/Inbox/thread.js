// @ts-check
// The conversation with a number: what was sent to it, what was refused, what it replied, and what the application was told.

import { ask, post } from './api.js';
import { make, say, throttle } from './dom.js';
import { statusChip, timeElement } from './words.js';

const MAX = 50;
const STATES = { scheduled: 'scheduled', sending: 'being sent', accepted: 'accepted', failed: 'given up', not_configured: 'no webhook address' };

/** @type {{ number: string, messageId: string, list: HTMLElement, webhooks: HTMLElement } | null} */
let open = null;

/**
 * Makes the conversation of a message, which is then kept up to date.
 * @param {{ to: string, message_id: string, list_number: string }} message
 */
export function makeThread(message) {
  const list = make('ol', { className: 'thread', tabIndex: 0, ariaLabel: `Conversation with ${message.to}` });
  const webhooks = make('ul', { className: 'webhooks' });
  open = { number: message.to, messageId: message.message_id, list, webhooks };
  refresh();
  return [make('h3', {}, 'Conversation with ', make('bdi', {}, message.to)), list, replyForm(message), make('h3', {}, 'Webhooks'), webhooks];
}

/** Forgets the conversation: it is no longer shown. */
export function closeThread() { open = null; }

/** Reads the conversation again if an event belongs to it. @param {any} data */
export function onActivity(data) {
  if (open && (!data || data.to === open.number || data.phone_number === open.number)) refreshSoon();
}

const refreshSoon = throttle(() => refresh(), 300);

async function refresh() {
  const shown = open;
  if (!shown) return;
  const number = encodeURIComponent(shown.number);
  const [messages, replies, refused, webhooks] = await Promise.all([
    ask(`messages?to=${number}&limit=${MAX}`), ask(`replies?phone_number=${number}&limit=${MAX}`),
    ask(`requests?to=${number}&refused=true&limit=${MAX}`), ask(`webhooks?phone_number=${number}&limit=${MAX}`),
  ]).catch(() => []);
  if (!messages || shown !== open) return;
  const entries = [
    ...messages.messages.map(sent => entry('sent', sent.received_at, sent.text, statusChip(sent.status, sent.status_detail), sent.message_id === shown.messageId)),
    ...replies.replies.map(reply => entry('reply', reply.received_at, reply.text, reply.opts_out ? chip('opted out', 'bad') : reply.opts_in ? chip('opted in', 'good') : null)),
    ...refused.requests.map(request => entry('refused', request.received_at, request.body ?? '', chip(`${request.status ?? 'no response'} ${request.code ?? ''}`.trim(), 'bad'))),
  ].sort((one, other) => one.time - other.time || (one.kind === 'reply' ? 1 : -1)).slice(-MAX);
  const isAtEnd = shown.list.scrollTop + shown.list.clientHeight >= shown.list.scrollHeight - 10;
  shown.list.replaceChildren(...entries.map(({ element }) => element));
  if (isAtEnd) shown.list.scrollTop = shown.list.scrollHeight;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.webhook;
  const mine = webhooks.webhooks.filter(webhook => webhook.message_id === null || webhook.message_id === shown.messageId);
  shown.webhooks.replaceChildren(...mine.map(webhookItem));
  if (mine.length === 0) shown.webhooks.append(make('li', { className: 'muted' }, 'None.'));
  if (focused) /** @type {HTMLElement | null} */ (shown.webhooks.querySelector(`[data-webhook="${CSS.escape(focused)}"]`))?.focus();
}

const chip = (text, kind) => make('span', { className: `chip ${kind}` }, text);

function entry(kind, at, text, label, isCurrent = false) {
  const bubble = make('p', { className: 'bubble', dir: 'auto' }, text.length > 1000 ? `${text.slice(0, 1000)}…` : text);
  const element = make('li', { className: isCurrent ? `${kind} current` : kind }, bubble, make('span', { className: 'chips' }, timeElement(at), label));
  return { kind, time: new Date(at).getTime(), element };
}

function webhookItem(webhook) {
  const last = webhook.attempts.at(-1);
  const got = last ? ` → ${last.status ?? last.error}${last.status ? ` in ${Math.round(last.duration_ms)} ms` : ''}` : '';
  const name = webhook.event === 'delivery' && webhook.json ? `delivery: ${JSON.parse(webhook.json).status}` : webhook.event;
  const due = webhook.next_attempt_at && webhook.attempt_count > 0 ? [', next attempt ', timeElement(webhook.next_attempt_at)] : [];
  const send = make('button', { type: 'button', className: 'small', ariaLabel: `${webhook.attempt_count ? 'Send again' : 'Send now'}: ${name}`, onclick: () => sendNow(webhook.id, send) },
    webhook.attempt_count ? 'Send again' : 'Send now');
  send.dataset.webhook = webhook.id;
  const text = make('span', {}, make('code', {}, name), got, make('span', { className: 'muted' }, ` ${STATES[webhook.state] ?? webhook.state}`, ...due));
  const response = last?.response ? make('pre', { tabIndex: 0, role: 'region', ariaLabel: `Response to ${name}` }, last.response) : null;
  return make('li', {}, make('div', { className: 'row' }, text, send), response);
}

async function sendNow(id, button) {
  button.disabled = true;
  await ask(`webhooks/${id}/send`, { method: 'POST' }).then(webhook => say(`Webhook ${STATES[webhook.state] ?? webhook.state}`), trouble => say(trouble.message));
  button.disabled = false;
  refreshSoon();
}

function replyForm(message) {
  const text = make('input', { type: 'text', id: 'reply-text', maxLength: 1600, autocomplete: 'off', placeholder: `Reply as ${message.to}`, ariaLabel: `Reply as ${message.to}` });
  const trouble = make('p', { role: 'alert', hidden: true });
  const send = async what => {
    trouble.hidden = true;
    try {
      const reply = await post('replies', { phone_number: message.to, list_number: message.list_number, text: what });
      if (what === text.value) text.value = '';
      say(reply.opts_out ? `${message.to} has opted out` : 'Replied');
    } catch (refusal) {
      trouble.textContent = refusal.message;
      trouble.hidden = false;
    }
  };
  const form = make('form', { className: 'reply-form', onsubmit: event => { event.preventDefault(); if (text.value.trim()) send(text.value); } }, text,
    make('button', { type: 'submit' }, 'Reply'),
    make('button', { type: 'button', ariaLabel: `STOP as ${message.to}`, onclick: () => send('STOP') }, 'STOP'));
  return make('div', {}, form, trouble);
}
