import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readContactPage } from '../../../src/Trackly.Sdk.Testing/Inbox/contact-page.js';

const pageOf = fields => `{"contacts":[{"phone_number":"+14155550123","active":true,"opt_out":null,"custom_fields":${fields}}],"total":12}`;

test('the members of a contact are read', () => {
  const { contacts, total } = readContactPage(pageOf('{}'));

  assert.deepEqual(contacts, [{ phone_number: '+14155550123', active: true, opt_out: null, custom_fields: [] }]);
  assert.equal(total, 12);
});

test('custom fields keep their names, their order and their values as they were written', () => {
  const [contact] = readContactPage(pageOf('{"b":12345678901234567890,"1":1.50,"c":"a \\"b\\" \\u00e9","d":false,"e":-0,"f":1e400}')).contacts;

  assert.deepEqual(contact.custom_fields, ['b: 12345678901234567890', '1: 1.50', 'c: a "b" é', 'd: false', 'e: -0', 'f: 1e400']);
});
