import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { ApiError, ask, find, post } from '../../../src/Trackly.Sdk.Testing/Inbox/api.js';

const realFetch = globalThis.fetch;
afterEach(() => { globalThis.fetch = realFetch; });

/** Responds to every request; a failure to respond is an error that fetch throws. */
function respond(status, body, failure) {
  const requests = [];
  globalThis.fetch = async (path, options) => {
    requests.push({ path, options });
    if (failure) throw failure;
    return new Response(body, { status });
  };
  return requests;
}

const unreachable = () => respond(0, null, new TypeError('fetch failed'));

test('a response is read as JSON, from the control API and never from a cache', async () => {
  const requests = respond(200, '{"kept":1}');

  assert.deepEqual(await ask('state'), { kept: 1 });
  assert.deepEqual(requests, [{ path: '/_emulator/state', options: { cache: 'no-store' } }]);
});

test('a response without content is null', async () => {
  respond(204, null);

  assert.equal(await ask('conversations', { method: 'DELETE' }), null);
});

test('what is posted is JSON', async () => {
  const requests = respond(201, '{}');

  await post('faults', { kind: 'hang' });

  assert.deepEqual([requests[0].options.method, requests[0].options.body], ['POST', '{"kind":"hang"}']);
  assert.equal(requests[0].options.headers['Content-Type'], 'application/json');
});

test('a refusal has the sentence of the emulator and its status', async () => {
  respond(400, '{"error":"limit must be a whole number from 1 to 1000."}');

  await assert.rejects(ask('messages?limit=0'), { message: 'limit must be a whole number from 1 to 1000.', status: 400 });
});

for (const body of ['<html>Bad gateway</html>', 'null', '{"error":{}}', '']) {
  test(`an error response of something else has its status: ${body}`, async () => {
    respond(502, body);

    await assert.rejects(ask('state'), { message: 'The emulator responded with 502.', status: 502 });
  });
}

test('no response is an error without a status', async () => {
  unreachable();

  await assert.rejects(ask('state'), error => error instanceof ApiError && error.message === 'The emulator cannot be reached.' && error.status === null);
});

for (const body of ['{"kept":', '']) {
  test(`a response that ends early is an error, and not an empty one: ${body}`, async () => {
    respond(200, body);

    await assert.rejects(ask('state'), { message: 'The connection to the emulator broke.' });
  });
}

test('what is no longer kept is not found', async () => {
  respond(404, '{"error":"There is no message with this id."}');

  assert.equal(await find('messages/Na1T6x7o'), null);
});

test('what is kept is found', async () => {
  respond(200, '{"message_id":"Na1T6x7o"}');

  assert.deepEqual(await find('messages/Na1T6x7o'), { message_id: 'Na1T6x7o' });
});

test('an emulator that cannot be reached, or fails, does not mean that something is no longer kept', async () => {
  unreachable();
  await assert.rejects(find('messages/Na1T6x7o'), { message: 'The emulator cannot be reached.' });

  respond(500, '');
  await assert.rejects(find('messages/Na1T6x7o'), { status: 500 });

  respond(200, '{"message_id":');
  await assert.rejects(find('messages/Na1T6x7o'), { message: 'The connection to the emulator broke.' });
});
