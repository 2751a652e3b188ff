import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readJson, toPlain } from '../../../src/Trackly.Sdk.Testing/Inbox/json.js';

for (const json of ['{}', '[]', '[[],{}]', ' { "a" : [ 1 , -2.5e3 , true , false , null , "x,{}[]:\\"\\\\" ] , "b" : { "c" : "\\u0041" } } ', '"alone"', '7', '{"":0,"1":1,"0":2}']) {
  test(`the same as JSON.parse: ${json}`, () => assert.deepEqual(toPlain(readJson(json)), JSON.parse(json)));
}

test('numbers stay as they are written', () => {
  const { members } = readJson('{"a":12345678901234567890,"b":1.50,"c":-0,"d":1e400}');

  assert.deepEqual(members.map(([, value]) => value.text), ['12345678901234567890', '1.50', '-0', '1e400']);
});

test('members keep their order, and of a repeated one the last counts', () => {
  const object = readJson('{"b":1,"1":2,"b":"last"}');

  assert.deepEqual(object.members.map(([name]) => name), ['b', '1', 'b']);
  assert.equal(object.get('b'), 'last');
  assert.equal(object.get('constructor'), undefined);
});

test('the deepest request that the emulator accepts is read', () => {
  assert.equal(JSON.stringify(toPlain(readJson('['.repeat(512) + ']'.repeat(512)))).length, 1024);
});
