import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SNIPPETS } from '../../../src/Trackly.Sdk.Testing/Inbox/snippets.js';

const API = 'http://127.0.0.1:5080/api/';
const KEY = 'trk_your_api_key_here';

const write = (language, message) => SNIPPETS[language]({ to: '+14155550123', list_number: '+18005551000', body: 'Hi', request: '{}', ...message }, API, KEY);

test('C# has the strings of the message, escaped', () => {
  assert.equal(write('C#', { body: 'A "quoted" \\ line\n\u2028' }),
    'await trackly.SendAsync(new SendRequest("+14155550123", "+18005551000", "A \\"quoted\\" \\\\ line\\u000a\\u2028"));');
});

test('C# has what else the request says', () => {
  assert.equal(write('C#', { wrap_links: true, contact_data: { first_name: 'Ann', custom_fields: { points: 7 } }, metadata: { order_id: 'A-1042', tags: ['a', null], deep: { x: true } } }), `
await trackly.SendAsync(new SendRequest("+14155550123", "+18005551000", "Hi")
{
    WrapLinks = true,
    ContactData = new() { FirstName = "Ann", CustomFields = new() { ["points"] = 7 } },
    Metadata = new() { ["order_id"] = "A-1042", ["tags"] = new object?[] { "a", null }, ["deep"] = new Dictionary<string, object?> { ["x"] = true } },
});`.trim());
});

test('curl quotes for a POSIX shell', () => {
  assert.equal(write('curl', { request: '{"body":"It\'s"}' }),
    'curl -X POST http://127.0.0.1:5080/api/v2/send -H \'X-Api-Key: trk_your_api_key_here\' -H \'Content-Type: application/json\' -d \'{"body":"It\'\\\'\'s"}\'');
});

test('PowerShell takes the request as it is, in UTF-8', () => {
  const lines = write('PowerShell', { request: '{"body":"It\'s $5"}' }).split('\n');

  assert.deepEqual(lines.slice(0, 3), ['$body = @\'', '{"body":"It\'s $5"}', '\'@']);
  assert.match(lines[3], /^Invoke-RestMethod http:\/\/127\.0\.0\.1:5080\/api\/v2\/send -Method Post .*charset=utf-8' -Body \$body$/);
});

test('an HTTP file has a request line, headers and the body', () => {
  assert.equal(write('.http', { request: '{"a":1}' }),
    'POST http://127.0.0.1:5080/api/v2/send\nX-Api-Key: trk_your_api_key_here\nContent-Type: application/json\n\n{"a":1}');
});
