import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clip, findCode, layOut, showControls } from '../../../src/Trackly.Sdk.Testing/Inbox/text.js';

test('characters that rearrange or hide code are shown as escapes, and lines stay lines', () => {
  assert.equal(showControls('a\u202eb\u200bc\u0007\n\td\u00e9👍'), 'a\\u202eb\\u200bc\\u0007\n\td\u00e9👍');
});

test('JSON with such characters is the same JSON when they are escapes', () => {
  const json = JSON.stringify({ body: 'x\u202ey\u2066z' });

  assert.notEqual(showControls(json), json);
  assert.deepEqual(JSON.parse(showControls(json)), JSON.parse(json));
});

test('JSON is laid out with every token as it came', () => {
  assert.equal(layOut('{"a":1.50,"b":[ ],"c":{"d":"\\u0041"}}'), '{\n  "a": 1.50,\n  "b": [],\n  "c": {\n    "d": "\\u0041"\n  }\n}');
  assert.equal(layOut('{"a":'), '{"a":');
});

test('a long text is cut between characters, and says how much is missing', () => {
  assert.equal(clip('abcdef', 4), 'abcd… (2 more characters)');
  assert.equal(clip('abc👍def', 4), 'abc… (5 more characters)');
  assert.equal(clip('abcd', 4), 'abcd');
});

test('a code has four to eight digits of its own', () => {
  assert.equal(findCode('Your code is 482913.'), '482913');
  assert.equal(findCode('Use 0042 now'), '0042');
  for (const text of ['Call +14155550123', 'Order 123456789', 'At 10:30', 'A-104']) assert.equal(findCode(text), undefined, text);
});
