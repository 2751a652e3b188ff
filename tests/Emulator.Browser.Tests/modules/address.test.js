import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatAddress, parseAddress, START } from '../../../src/Trackly.Sdk.Testing/Inbox/address.js';

const PLACES = [
  ['#/', {}],
  ['#/messages', { view: 'messages' }],
  ['#/refused', { view: 'refused' }],
  ['#/contacts', { view: 'contacts' }],
  ['#/c/+14155550123', { number: '+14155550123' }],
  ['#/m/Na1T6x7o', { message: 'Na1T6x7o' }],
  ['#/m/Na1T6x7o?view=messages&q=is%3Alost', { message: 'Na1T6x7o', view: 'messages', search: 'is:lost' }],
  ['#/?q=%2B1415', { search: '+1415' }],
  ['#/m/a%2Fb%3F', { message: 'a/b?' }],
];

for (const [address, place] of PLACES) {
  test(`${address} is written and read`, () => {
    assert.equal(formatAddress({ ...START, ...place }), address);
    assert.deepEqual(parseAddress(address), { ...START, ...place });
  });
}

for (const address of ['', '#', '#/nothing', '#/?view=nothing', '#/c', '#/m/']) {
  test(`"${address}" is the start`, () => assert.deepEqual(parseAddress(address), START));
}

test('what cannot be decoded is read as it is', () => assert.equal(parseAddress('#/m/%E0%A4').message, '%E0%A4'));
