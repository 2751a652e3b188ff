import assert from 'node:assert/strict';
import { test } from 'node:test';

import { applyLateChanges, noteChange } from '../../../src/Trackly.Sdk.Testing/Inbox/message-pages.js';

const message = sequence => ({ sequence, message_id: `id${sequence}`, status: 'queued', status_detail: null });
const change = (sequence, status) => ({ sequence, message_id: `id${sequence}`, to: '+14155550123', status, status_detail: status.toUpperCase() });
const statuses = page => page.messages.map(one => one.status);

test('a status that changes while a page is on its way is applied to the page, the last one of several', async () => {
  const { promise, resolve } = withResolvers();
  const page = applyLateChanges(promise);

  for (const status of ['sent', 'delivered']) noteChange(change(2, status));
  resolve({ messages: [message(3), message(2)], has_more: true });

  assert.deepEqual(await page, { messages: [message(3), { ...message(2), status: 'delivered', status_detail: 'DELIVERED' }], has_more: true });
});

test('a change before a page is asked for is in the page already, and one is forgotten after the page', async () => {
  noteChange(change(1, 'delivered'));
  const early = applyLateChanges(Promise.resolve({ messages: [message(1)], has_more: false }));
  assert.deepEqual(statuses(await early), ['queued']);

  noteChange(change(1, 'delivered'));
  assert.deepEqual(statuses(await applyLateChanges(Promise.resolve({ messages: [message(1)], has_more: false }))), ['queued']);
});

test('two pages on their way both get the change, and a page that fails does not keep it', async () => {
  const [one, other] = [withResolvers(), withResolvers()];
  const [failing, page] = [applyLateChanges(one.promise), applyLateChanges(other.promise)];

  noteChange(change(1, 'delivered'));
  one.reject(new Error('The emulator cannot be reached.'));
  other.resolve({ messages: [message(1)], has_more: false });

  await assert.rejects(failing, /cannot be reached/);
  assert.deepEqual(statuses(await page), ['delivered']);
});

/** Promise.withResolvers, which this Node may not have. */
function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
