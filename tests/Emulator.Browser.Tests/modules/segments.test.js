import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findPartEnds, makePlain } from '../../../src/Trackly.Sdk.Testing/Inbox/segments.js';

test('parts of GSM-7 end after 153 septets', () => {
  assert.deepEqual(findPartEnds('a'.repeat(306), 'gsm7', 153), [153]);
  assert.deepEqual(findPartEnds('a'.repeat(307), 'gsm7', 153), [153, 306]);
});

test('a character of the extension table is not split', () => {
  assert.deepEqual(findPartEnds(`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'gsm7', 153), [152]);
});

test('a pair of surrogates is not split', () => {
  assert.deepEqual(findPartEnds(`${'ж'.repeat(66)}👍жж`, 'ucs2', 67), [66]);
});

test('typographic characters and accents become plain ones', () => {
  assert.deepEqual(makePlain('It’s “smart” – and… naïve\u00a0ć'), { text: 'It\'s "smart" - and... naive c', segments: 1 });
});

test('what GSM-7 has stays as it is', () => assert.equal(makePlain('é ñ ü €')?.text, 'é ñ ü €'));

test('a string with a character that has no plain replacement is not changed', () => {
  assert.equal(makePlain('Thanks 👍'), null);
  assert.equal(makePlain('Привет'), null);
});

test('the plain text is measured', () => {
  assert.equal(makePlain(`${'a'.repeat(160)}`)?.segments, 1);
  assert.equal(makePlain(`${'a'.repeat(159)}…`)?.segments, 2);
  assert.equal(makePlain('€'.repeat(77))?.segments, 1);
  assert.equal(makePlain('€'.repeat(81))?.segments, 2);
});
