// @ts-check
// How the entries of a conversation look.

/** @import { Entry, Refused, Replied, Sent } from './thread.js' */

import { make } from './dom.js';
import { nameOf } from './fault-words.js';
import { copyButton } from './listing.js';
import { annotate, clip, findCode, MAX_IN_BUBBLE } from './text.js';
import { outcomeOf, sendButton } from './webhooks.js';
import { chip, counted, effectChip, encodingName, gotChip, statusChip, timeElement } from './words.js';

/** @param {Entry} entry @param {(id: string) => void} openMessage */
export function threadItem(entry, openMessage) {
  switch (entry.kind) {
    case 'day': return make('li', { className: 'day' }, entry.text);
    case 'sent': return sentItem(entry, openMessage);
    case 'reply': return replyItem(entry);
    case 'refused': return refusedItem(entry);
  }
}

/** @param {Sent} entry @param {(id: string) => void} openMessage */
function sentItem({ message, isOpen }, openMessage) {
  const open = () => openMessage(message.message_id);
  const bubble = make('p', { className: 'bubble', dir: 'auto', title: 'Show the details' }, ...annotate(message.text, []));
  // Selecting text does not open the details.
  bubble.addEventListener('click', () => { if (getSelection()?.isCollapsed) open(); });
  const isUnusual = message.segments > 1 || message.encoding === 'ucs2';
  const code = findCode(message.text);
  return make('li', { className: isOpen ? 'sent current' : 'sent' }, bubble, make('div', { className: 'chips' },
    timeElement(message.received_at),
    isUnusual ? chip(`${counted(message.segments, 'segment')} · ${encodingName(message.encoding)}`, 'warn') : null,
    effectChip(message.fault), statusChip(message.status, message.status_detail),
    code ? copyButton(`Copy ${code}`, () => code) : null,
    make('button', { type: 'button', className: 'small quiet', ariaLabel: `Details of message ${message.message_id}`, onclick: open }, 'Details')));
}

/** @param {Replied} entry */
function replyItem({ reply, webhook }) {
  return make('li', { className: 'reply' }, make('p', { className: 'bubble', dir: 'auto' }, clip(reply.text, MAX_IN_BUBBLE)), make('div', { className: 'chips' },
    timeElement(reply.received_at), reply.opts_out ? chip('opted out', 'bad') : reply.opts_in ? chip('opted in', 'good') : null,
    ...webhook && webhook.state !== 'not_configured' ? [make('span', {}, 'webhook', ...outcomeOf(webhook)), sendButton(webhook)] : []));
}

/** @param {Refused} entry */
function refusedItem({ request }) {
  const reason = request.fault ? `Fault: ${nameOf(request.fault)}` : request.error;
  const bubble = make('p', { className: 'bubble', dir: 'auto' }, request.body === null ? '(no body)' : clip(request.body, MAX_IN_BUBBLE));
  const outcome = make('span', {}, reason ? `${reason} · nothing queued` : 'nothing queued');
  return make('li', { className: 'refused' }, bubble, make('div', { className: 'chips' }, timeElement(request.received_at), gotChip(request), outcome));
}
