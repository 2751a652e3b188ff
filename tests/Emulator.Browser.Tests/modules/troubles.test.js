import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { forgetTroubles, watch } from '../../../src/Trackly.Sdk.Testing/Inbox/troubles.js';

const place = { hidden: true, textContent: '' };
globalThis.document = { getElementById: id => id === 'troubles' ? place : assert.fail(id) };
beforeEach(forgetTroubles);

const failure = reason => Promise.reject(new Error(reason));

test('what succeeds is returned, and nothing is shown', async () => {
  assert.equal(await watch('The counts cannot be read', Promise.resolve(7)), 7);
  assert.equal(place.hidden, true);
});

test('what fails is shown with its reason, until it succeeds', async () => {
  assert.equal(await watch('The counts cannot be read', failure('The emulator responded with 500.')), undefined);
  assert.equal(await watch('The faults cannot be read', failure('The emulator cannot be reached.')), undefined);
  assert.deepEqual([place.hidden, place.textContent],
    [false, 'The counts cannot be read: The emulator responded with 500.\nThe faults cannot be read: The emulator cannot be reached.']);

  await watch('The counts cannot be read', Promise.resolve(null));
  assert.deepEqual([place.hidden, place.textContent], [false, 'The faults cannot be read: The emulator cannot be reached.']);

  await watch('The faults cannot be read', Promise.resolve({}));
  assert.equal(place.hidden, true);
});

test('a failure that ends after a later success is not shown', async () => {
  let fail;
  const early = watch('The counts cannot be read', new Promise((_, reject) => { fail = reject; }));
  await watch('The counts cannot be read', Promise.resolve({}));

  fail(new Error('The emulator cannot be reached.'));

  assert.equal(await early, undefined);
  assert.equal(place.hidden, true);
});

test('a reconnect forgets every failure', async () => {
  await watch('The counts cannot be read', failure('The emulator cannot be reached.'));

  forgetTroubles();

  assert.deepEqual([place.hidden, place.textContent], [true, '']);
});
