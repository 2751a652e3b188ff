// @ts-check
// Code that sends a message again, in the languages of the page.

import { writeCSharp } from './csharp.js';

/** The key of the documentation's examples, which is also the emulator's unless its user chose another. */
export const EXAMPLE_KEY = 'trk_your_api_key_here';

/**
 * Returns the key of an account if the page knows it, and otherwise a placeholder: the emulator shows no key except the documented example. With several accounts the placeholder
 * contains the name of the account, because the example may be the key of another one.
 * @param {{ name: string, api_key: string | null }[]} accounts @param {string} name
 */
export function findKey(accounts, name) {
  const known = accounts.find(account => account.name === name)?.api_key;
  return known ?? (accounts.some(account => account.name !== name) ? `key_of_${name.replace(/[^\w-]+/g, '_')}` : EXAMPLE_KEY);
}

/** A request to send again: its JSON, the endpoint that got it, and the key to use. @typedef {{ request: string, isRaw: boolean, address: string, key: string }} Sending */

/** Returns what the code that sends a message again needs. @param {{ request: string, endpoint?: string }} message @param {string} api @param {string} key @returns {Sending} */
export function createSending({ request, endpoint }, api, key) {
  // A message of a bulk request is sent by itself.
  const isRaw = endpoint === 'send-raw';
  return { request, isRaw, address: `${api}v2/${isRaw ? 'send-raw' : 'send'}`, key };
}

/** Writes a command for a POSIX shell. @param {Sending} sending */
function writeCurl({ request, address, key }) {
  const quoted = request.replaceAll('\'', '\'\\\'\'');
  return `curl -X POST ${address} -H 'X-Api-Key: ${key}' -H 'Content-Type: application/json' -d '${quoted}'`;
}

// Between @' and '@ nothing has a special meaning. Without a charset, Windows PowerShell would not send UTF-8.
/** @param {Sending} sending */
const writePowerShell = ({ request, address, key }) => `$body = @'
${request}
'@
Invoke-RestMethod ${address} -Method Post -Headers @{ 'X-Api-Key' = '${key}' } -ContentType 'application/json; charset=utf-8' -Body $body`;

// In a raw string nothing has a special meaning but its end, which can only be in a string of the JSON. There, an escape means the same.
/** @param {Sending} sending */
const writePython = ({ request, address, key }) => `import urllib.request

body = r'''${request.replaceAll('\'\'\'', '\\u0027\\u0027\\u0027')}'''
headers = {'X-Api-Key': '${key}', 'Content-Type': 'application/json'}
with urllib.request.urlopen(urllib.request.Request('${address}', body.encode(), headers)) as response:
    print(response.read().decode())`;

// Two braces would start a variable. In JSON they can only be in a string, where an escape means the same.
/** @param {Sending} sending */
const writeHttp = ({ request, address, key }) => `POST ${address}
X-Api-Key: ${key}
Content-Type: application/json

${request.replaceAll('{{', '{\\u007b')}`;

/** @type {{ [language: string]: (sending: Sending) => string }} */
export const SNIPPETS = { 'C#': ({ request, isRaw }) => writeCSharp(request, isRaw), curl: writeCurl, PowerShell: writePowerShell, Python: writePython, '.http': writeHttp };
