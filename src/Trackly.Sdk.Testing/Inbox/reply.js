// @ts-check
// The form that replies as a phone.

import { post } from './api.js';
import { make, say } from './dom.js';

/** @param {string} number @param {() => string | null} getList the list to reply to; null for the one that sent the last message */
export function replyForm(number, getList) {
  const text = make('input', { type: 'text', id: 'reply-text', maxLength: 1600, autocomplete: 'off', placeholder: `Reply as ${number}`, ariaLabel: `Reply as ${number}` });
  const trouble = make('p', { role: 'alert', hidden: true });
  /** @param {string} what */
  const send = async what => {
    trouble.hidden = true;
    try {
      const list = getList();
      const reply = await post('replies', { phone_number: number, text: what, ...list ? { list_number: list } : {} });
      if (what === text.value) text.value = '';
      say(reply.opts_out ? `${number} has opted out` : 'Replied');
    } catch (refusal) {
      trouble.textContent = /** @type {Error} */ (refusal).message;
      trouble.hidden = false;
    }
  };
  /** @param {SubmitEvent} event */
  const onsubmit = event => {
    event.preventDefault();
    if (text.value.trim()) send(text.value);
  };
  return make('div', {}, trouble, make('form', { className: 'reply-form', ariaLabel: 'Reply', onsubmit }, text,
    make('button', { type: 'button', ariaLabel: `STOP as ${number}`, onclick: () => send('STOP') }, 'STOP'),
    make('button', { type: 'submit', className: 'primary' }, 'Reply')));
}
