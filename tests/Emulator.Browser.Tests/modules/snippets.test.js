import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { createSending, findKey, SNIPPETS } from '../../../src/Trackly.Sdk.Testing/Inbox/snippets.js';

const API = 'http://127.0.0.1:5080/api/';
const KEY = 'trk_your_api_key_here';

const write = (language, request, { api = API, endpoint } = {}) => SNIPPETS[language](createSending({ request, endpoint }, api, KEY));
const requestOf = more => JSON.stringify({ to: '+14155550123', list_number: '+18005551000', body: 'Hi', ...more });

/** The JSON of a request with this metadata, which is not written by JavaScript: it would round numbers. */
const withMetadata = metadata => `{"to":"+14155550123","list_number":"+18005551000","body":"Hi","metadata":${metadata}}`;

/** What a shell, an interpreter or a string of either might change. */
const HOSTILE = ` {"to":"+14155550123",\r\n\t"list_number":"+18005551000","body":"It's ''' \\"\\"\\" $HOME \`id\` %PATH% \\\\n \\\\''' {{first_name}} \u202e\u2028ж👍","n":1.50}\n`;

// ---- C# ----

test('C# has the strings of the message, escaped', () => {
  assert.equal(write('C#', requestOf({ body: 'A "quoted" \\ line\n\u2028' })),
    'await trackly.SendAsync(new SendRequest("+14155550123", "+18005551000", "A \\"quoted\\" \\\\ line\\u000a\\u2028"));');
});

test('C# has what else the request says', () => {
  const more = { wrap_links: true, contact_data: { first_name: 'Ann', custom_fields: { points: 7 } }, metadata: { order_id: 'A-1042', tags: ['a', null], deep: { x: true } } };
  assert.equal(write('C#', requestOf(more)), `
await trackly.SendAsync(new SendRequest("+14155550123", "+18005551000", "Hi")
{
    WrapLinks = true,
    ContactData = new() { FirstName = "Ann", CustomFields = new() { ["points"] = 7 } },
    Metadata = new() { ["order_id"] = "A-1042", ["tags"] = new object?[] { "a", null }, ["deep"] = new Dictionary<string, object?> { ["x"] = true } },
});`.trim());
});

const NUMBERS = [
  ['0', '0'], ['-7', '-7'], ['9223372036854775807', '9223372036854775807'], ['-9223372036854775808', '-9223372036854775808'], ['1.50', '1.50m'], ['-0.5', '-0.5m'], ['0.0', '0.0m'],
  ['1234567890123456.789012345678', '1234567890123456.789012345678m'],
  ...['12345678901234567890', '9223372036854775808', '-0', '-0.0', '1e5', '1E+400', '0.12345678901234567890123456789'].map(text => [text, `System.Text.Json.Nodes.JsonNode.Parse("${text}")`]),
];

for (const [json, code] of NUMBERS) {
  test(`C# has the digits of ${json}`, () => assert.ok(write('C#', withMetadata(`{"n":${json}}`)).includes(`["n"] = ${code} }`), write('C#', withMetadata(`{"n":${json}}`))));
}

test('C# says what it leaves out', () => {
  const code = write('C#', requestOf({ priority: 3, wrap_links: null, contact_data: { nickname: 'A', first_name: null, last_name: 'B' }, 'x\n// y': 1 }));

  assert.deepEqual(code.split('\n'), [
    '// Not sent here, because SendRequest has no property for it: "priority", "x\\u000a// y", "contact_data.nickname".',
    '// Not sent here, because it is null, which the SDK leaves out: "wrap_links", "contact_data.first_name".',
    'await trackly.SendAsync(new SendRequest("+14155550123", "+18005551000", "Hi")', '{', '    ContactData = new() { LastName = "B" },', '});']);
});

test('C# says which member a request repeats, and sends the value that counts', () => {
  const lines = write('C#', '{"to":"+14155550199","to":"+14155550123","list_number":"+18005551000","body":"Hi"}').split('\n');

  assert.deepEqual(lines, ['// Repeated in the request, and sent here with the last value: "to".', 'await trackly.SendAsync(new SendRequest("+14155550123", "+18005551000", "Hi"));']);
});

test('C# names ten members that it leaves out, and cuts long names between characters', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index === 0 ? `${'a'.repeat(49)}👍👍` : `m${index}`, 1]));
  const [comment] = write('C#', requestOf(many)).split('\n');

  assert.ok(comment.includes(`"${'a'.repeat(49)}👍…", "m1"`) && comment.includes('"m9" and 2 others'), comment);
});

test('C# of a request with very many members names what is left out', () => {
  const lines = write('C#', requestWithMembers(200_000)).split('\n');

  assert.ok(lines[0].endsWith('"m9" and 199989 others.'), lines[0]);
  assert.equal(lines[1], '// Repeated in the request, and sent here with the last value: "m0".');
});

// If each member were compared with all others, it would be a hundred times, and a request of 5 MB would stop the page for minutes.
test('C# of ten times as many members takes about ten times as long', () => {
  const [few, many] = [5_000, 50_000].map(requestWithMembers).map(measureFastest);

  assert.ok(many < 40 * few, `${few} ms, then ${many} ms`);
});

/** A request in which the first of so many unknown members is repeated. @param {number} count */
function requestWithMembers(count) {
  const members = Array.from({ length: count }, (_, index) => `"m${index % (count - 1)}":1`);
  return `{"to":"+14155550123","list_number":"+18005551000","body":"Hi",${members.join(',')}}`;
}

/** The milliseconds of the fastest of three runs. @param {string} request */
function measureFastest(request) {
  return Math.min(...[1, 2, 3].map(() => {
    const start = performance.now();
    write('C#', request);
    return performance.now() - start;
  }));
}

test('C# of a message that was sent by send-raw sends it by send-raw', () => {
  const request = requestOf({ skip_contact_validation: true, skip_rate_limit: false, contact_data: { first_name: 'Ann' } });
  const code = write('C#', request, { endpoint: 'send-raw' });

  assert.deepEqual(code.split('\n'), [
    '// Not sent here, because SendRawRequest has no property for it: "contact_data".',
    'await trackly.SendRawAsync(new SendRawRequest("+14155550123", "+18005551000", "Hi")', '{',
    '    SkipListRateLimit = false,', '    SkipOptOutAndBlockListChecks = true,', '});']);
});

// ---- The others ----

test('curl quotes for a POSIX shell', () => {
  assert.equal(write('curl', '{"body":"It\'s"}'),
    'curl -X POST http://127.0.0.1:5080/api/v2/send -H \'X-Api-Key: trk_your_api_key_here\' -H \'Content-Type: application/json\' -d \'{"body":"It\'\\\'\'s"}\'');
});

test('PowerShell takes the request as it is, in UTF-8', () => {
  const lines = write('PowerShell', '{"body":"It\'s $5"}').split('\n');

  assert.deepEqual(lines.slice(0, 3), ['$body = @\'', '{"body":"It\'s $5"}', '\'@']);
  assert.match(lines[3], /^Invoke-RestMethod http:\/\/127\.0\.0\.1:5080\/api\/v2\/send -Method Post .*charset=utf-8' -Body \$body$/);
});

test('an HTTP file has a request line, headers and the body, and no variables', () => {
  const [head, body] = write('.http', '{"a":"{{first_name}} {{{x}}}"}').split('\n\n');

  assert.equal(head, 'POST http://127.0.0.1:5080/api/v2/send\nX-Api-Key: trk_your_api_key_here\nContent-Type: application/json');
  assert.ok(!body.includes('{{'), body);
  assert.deepEqual(JSON.parse(body), { a: '{{first_name}} {{{x}}}' });
});

for (const language of ['curl', 'PowerShell', 'Python', '.http']) {
  test(`${language} sends to send-raw what came from there`, () => {
    assert.match(write(language, requestOf({}), { endpoint: 'send-raw' }), /http:\/\/127\.0\.0\.1:5080\/api\/v2\/send-raw\b/);
  });
}

// ---- As pasted ----

const PROGRAMS = { curl: code => ['sh', ['-c', code]], Python: code => ['python3', ['-c', code]], PowerShell: code => ['pwsh', ['-NoProfile', '-Command', code]] };
const COMMANDS = { curl: 'curl', Python: 'python3', PowerShell: 'pwsh' };

for (const [language, command] of Object.entries(PROGRAMS)) {
  const isThere = spawnSync(COMMANDS[language], ['--version']).status === 0;

  test(`${language}, as pasted, sends the same request`, { skip: isThere ? false : `${COMMANDS[language]} is not installed` }, async () => {
    const received = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      received.push({ path: request.url, method: request.method, key: request.headers['x-api-key'], type: request.headers['content-type'], body });
      response.end('{"status":"queued"}');
    });
    await new Promise(listen => server.listen(0, '127.0.0.1', listen));

    try {
      const code = write(language, HOSTILE, { api: `http://127.0.0.1:${server.address().port}/api/` });
      const { stdout } = await promisify(execFile)(...command(code), { timeout: 60000 });

      assert.match(stdout, /queued/);
    } finally {
      server.closeAllConnections();
      server.close();
    }

    assert.equal(received.length, 1);
    const { body, type, ...rest } = received[0];
    assert.deepEqual(rest, { path: '/api/v2/send', method: 'POST', key: KEY });
    assert.match(type, /^application\/json/);
    assert.deepEqual(JSON.parse(body), JSON.parse(HOSTILE));
    assert.ok(body.includes('"n":1.50'), body);
  });
}

// ---- the key ----

const account = (name, api_key = null) => ({ name, api_key });

test('the key is that of the account, or a placeholder that cannot be the key of another account', () => {
  const accounts = [account('default', KEY), account('europe'), account('test', KEY)];

  assert.deepEqual(['default', 'test', 'europe', 'new one: \'"'].map(name => findKey(accounts, name)), [KEY, KEY, 'key_of_europe', 'key_of_new_one_']);
  assert.equal(findKey([account('default')], 'default'), KEY, 'the only account has the placeholder of the page');
  assert.equal(findKey([], 'default'), KEY, 'nothing is known yet');
});
