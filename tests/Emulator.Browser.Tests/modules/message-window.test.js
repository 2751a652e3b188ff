import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  addFound, addOlder, arrive, changeStatus, clear, createWindow, failLoading, finishLoading, flush, isSame, MAX_SHOWN, renewShown, setMax, startLoading,
} from '../../../src/Trackly.Sdk.Testing/Inbox/message-window.js';

const message = (sequence, more = {}) => ({ sequence, message_id: `id${sequence}`, received_at: '2026-03-01T12:00:00.000Z', status: 'queued', status_detail: null, ...more });

/** A page with these sequences, newest first. */
const page = (from, to, hasMore = false) => ({ messages: Array.from({ length: from - to + 1 }, (_, index) => message(from - index)), has_more: hasMore });

const sequences = state => state.shown.map(one => one.sequence);

function load(state, found, { search = '', continues = false } = {}) {
  const loading = startLoading({ ...state, search }, search);
  return finishLoading(loading, loading.turn, found, continues);
}

test('a page that is loaded replaces what is shown', () => {
  const state = load(load(createWindow(), page(3, 1)), page(9, 7, true));

  assert.deepEqual(sequences(state), [9, 8, 7]);
  assert.equal(state.hasOlder, true);
  assert.equal(state.isLoading, false);
});

test('an earlier load that ends later changes nothing', () => {
  const first = startLoading(createWindow(), '');
  const second = startLoading(first, 'apple');

  assert.equal(finishLoading(second, first.turn, page(3, 1), false), second);
  assert.equal(failLoading(second, first.turn), second);
  assert.equal(failLoading(second, second.turn).isLoading, false);
});

test('arrivals are shown newest first by the next flush, once each', () => {
  let state = load(createWindow(), page(2, 1));
  for (const sequence of [3, 4, 4, 2]) state = arrive(state, message(sequence));

  assert.deepEqual(sequences(state), [2, 1]);
  assert.deepEqual(sequences(flush(state)), [4, 3, 2, 1]);
  assert.equal(flush(state).pendingCount, 0);
});

test('arrivals during a load wait for its end', () => {
  let state = arrive(startLoading(createWindow(), ''), message(4));
  assert.equal(flush(state), state);

  state = flush(finishLoading(state, state.turn, page(3, 1), false));

  assert.deepEqual(sequences(state), [4, 3, 2, 1]);
});

test('arrivals during a search are left to the server, which adds what it finds', () => {
  const state = flush(arrive(load(createWindow(), page(2, 1), { search: 'order' }), message(3)));
  assert.deepEqual(sequences(state), [2, 1]);

  assert.deepEqual(sequences(addFound(state, state.turn, [message(5), message(4)])), [5, 4, 2, 1]);
  assert.equal(addFound(state, state.turn - 1, [message(5)]), state);
});

test('after a reconnect the page continues what is shown, if it has the newest message of it', () => {
  const before = load(createWindow(), page(3, 1));

  assert.deepEqual(sequences(load(before, page(5, 2, true), { continues: true })), [5, 4, 3, 2, 1]);
  assert.deepEqual(sequences(load(before, page(9, 8, true), { continues: true })), [9, 8], 'there is a gap');
});

test('after a reconnect, what is shown has the status that it has now', () => {
  const before = load(createWindow(), page(3, 1));
  const { messages } = page(4, 2);
  messages[2] = message(2, { status: 'delivered', status_detail: 'DELIVERED_TO_HANDSET' });

  const { shown } = load(before, { messages, has_more: true }, { continues: true });

  assert.deepEqual(shown.map(one => [one.sequence, one.status]), [[4, 'queued'], [3, 'queued'], [2, 'delivered'], [1, 'queued']]);
  assert.equal(shown[1], before.shown[0], 'a row that has not changed is not drawn again');
});

test('an arrival that waits is older than the page that has it too', () => {
  let state = arrive(startLoading(createWindow(), ''), message(1));
  state = flush(finishLoading(state, state.turn, { messages: [message(1, { status: 'delivered' })], has_more: false }, false));

  assert.deepEqual(state.shown.map(one => one.status), ['delivered']);
});

test('a window without the newest messages gets the statuses of now too, and no other messages', () => {
  const before = { ...load(createWindow(), page(9, 7, true)), isLive: false };

  const after = renewShown(before, before.turn, [message(9), message(8, { status: 'undelivered' }), message(6)]);

  assert.deepEqual(after.shown.map(one => [one.sequence, one.status]), [[9, 'queued'], [8, 'undelivered'], [7, 'queued']]);
  assert.equal(renewShown(before, before.turn - 1, [message(8, { status: 'undelivered' })]), before);
});

test('after a reconnect, what another search had found is not continued', () => {
  const before = load(createWindow(), page(3, 1));

  assert.deepEqual(sequences(load(before, page(3, 3), { search: 'apple', continues: true })), [3]);
});

test('the same id at another moment is the message of another emulator', () => {
  const other = message(3, { received_at: '2026-03-02T12:00:00.000Z' });

  assert.equal(isSame(message(3), other), false);
  assert.deepEqual(load(load(createWindow(), page(3, 1)), { messages: [other], has_more: false }, { continues: true }).shown, [other]);
});

test('the window keeps at most so many, and knows that older ones are kept', () => {
  let state = load(createWindow(), page(MAX_SHOWN, 1));
  state = flush(arrive(state, message(MAX_SHOWN + 1)));

  assert.equal(state.shown.length, MAX_SHOWN);
  assert.equal(state.shown[0].sequence, MAX_SHOWN + 1);
  assert.equal(state.hasOlder, true);
});

test('an emulator that keeps fewer has no older ones to offer', () => {
  const state = setMax(load(createWindow(), page(60, 1)), 50);

  assert.equal(state.shown.length, 50);
  assert.equal(state.hasOlder, false);
});

test('older pages push the newest out, and arrivals are then only counted', () => {
  let state = load(createWindow(), page(1000, 501, true));
  state = addOlder(state, state.turn, message(501), page(500, 401, true));

  assert.deepEqual([state.shown[0].sequence, state.shown.at(-1).sequence, state.isLive], [900, 401, false]);
  state = flush(arrive(arrive(state, message(1001)), message(1002)));
  assert.deepEqual([state.shown[0].sequence, state.newer], [900, 2]);
});

test('an older page that belongs to another list is ignored', () => {
  const state = load(createWindow(), page(9, 7, true));

  assert.equal(addOlder(state, state.turn, message(5), page(4, 1)), state);
  assert.equal(addOlder(state, state.turn - 1, message(7), page(6, 1)), state);
});

test('an arrival that is older than a window with older ones is not placed', () => {
  const state = load(createWindow(), page(9, 7, true));

  assert.deepEqual(sequences(flush(arrive(state, message(3)))), [9, 8, 7]);
});

test('thousands of arrivals at once are counted, and only the newest kept', () => {
  let state = load(createWindow(), page(1, 1));
  for (let sequence = 2; sequence <= 2000; sequence++) state = arrive(state, message(sequence));

  assert.deepEqual([state.pendingCount, state.pending.length], [1999, MAX_SHOWN]);
  assert.deepEqual([flush(state).shown[0].sequence, flush(state).shown.length], [2000, MAX_SHOWN]);
});

test('a status changes what is shown and what waits', () => {
  const change = sequence => ({ sequence, status: 'delivered', status_detail: 'DELIVERED_TO_HANDSET' });
  let state = arrive(load(createWindow(), page(2, 1)), message(3));
  state = flush(changeStatus(changeStatus(state, change(2)), change(3)));

  assert.deepEqual(state.shown.map(one => one.status), ['delivered', 'delivered', 'queued']);
});

test('a status of a message that is neither shown nor waiting changes nothing', () => {
  const state = arrive(load(createWindow(), page(2, 1)), message(3));

  assert.equal(changeStatus(state, { sequence: 4, status: 'delivered', status_detail: null }), state);
});

test('clearing leaves nothing, and the next message is shown', () => {
  const state = clear(arrive(load(createWindow(), page(9, 1, true)), message(10)));

  assert.deepEqual([state.shown, state.pending, state.hasOlder, state.isLive], [[], [], false, true]);
  assert.deepEqual(sequences(flush(arrive(state, message(11)))), [11]);
});

test('no transition changes the state that it was given', () => {
  const state = Object.freeze({ ...load(createWindow(), page(3, 1)), shown: Object.freeze(page(3, 1).messages.map(Object.freeze)) });

  for (const next of [arrive(state, message(4)), changeStatus(state, message(2, { status: 'delivered' })), clear(state), setMax(state, 2)]) assert.notEqual(next, state);
  assert.deepEqual(sequences(state), [3, 2, 1]);
});
