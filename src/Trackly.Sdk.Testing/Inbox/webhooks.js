// @ts-check
// What the application was told, and how it responded.

/** @import { Webhook } from './types' */

import { ask } from './api.js';
import { make, say } from './dom.js';
import { watch } from './troubles.js';
import { timeElement } from './words.js';

const STATES = { scheduled: 'scheduled', sending: 'being sent', accepted: 'accepted', failed: 'given up', not_configured: 'no webhook address' };

/** @param {string} state */
const describe = state => STATES[/** @type {keyof typeof STATES} */ (state)] ?? state;

/** What its last attempt got, and what comes next. @param {Webhook} webhook */
export function outcomeOf(webhook) {
  const last = webhook.attempts.at(-1);
  const got = last ? ` → ${last.status ?? last.error}${last.status ? ` in ${Math.round(last.duration_ms)} ms` : ''}` : '';
  const due = webhook.next_attempt_at && webhook.attempt_count > 0 ? [', next attempt ', timeElement(webhook.next_attempt_at)] : [];
  const kind = { accepted: 'good', failed: 'bad' }[webhook.state] ?? '';
  return [make('span', { className: kind }, got), make('span', { className: 'muted' }, ` ${describe(webhook.state)}`, ...due)];
}

/** @param {Webhook} webhook */
export function webhookItem(webhook) {
  const name = nameOf(webhook);
  const response = webhook.attempts.at(-1)?.response;
  return make('li', {},
    make('div', { className: 'line' }, make('span', {}, 'Webhook ', make('code', {}, name), ...outcomeOf(webhook)), sendButton(webhook)),
    response ? make('pre', { tabIndex: 0, role: 'region', ariaLabel: `Response to ${name}` }, response) : null);
}

/** A button that posts a webhook without waiting for its time. @param {Webhook} webhook */
export function sendButton(webhook) {
  const word = webhook.attempt_count ? 'Send again' : 'Send now';
  const button = make('button', { type: 'button', className: 'small', ariaLabel: `${word}: ${nameOf(webhook)}` }, word);
  button.dataset.webhook = webhook.id;
  button.addEventListener('click', async () => {
    button.disabled = true;
    const sent = await watch('The webhook was not sent', ask(`webhooks/${webhook.id}/send`, { method: 'POST' }));
    say(sent ? `Webhook ${describe(sent.state)}` : 'The webhook was not sent');
    button.disabled = false;
  });
  return button;
}

/** @param {Webhook} webhook */
const nameOf = webhook => webhook.event === 'delivery' && webhook.json ? `delivery: ${JSON.parse(webhook.json).status}` : webhook.event;
