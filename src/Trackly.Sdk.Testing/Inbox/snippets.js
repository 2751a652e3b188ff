// @ts-check
// Code that sends a message again, in the languages of the page.

/** @import { Message } from './types' */

/** The key of the documentation's examples, which is also the emulator's unless its user chose another. */
export const EXAMPLE_KEY = 'trk_your_api_key_here';

/** @typedef {Pick<Message, 'to' | 'list_number' | 'body' | 'request'> & Partial<Pick<Message, 'wrap_links' | 'contact_data' | 'metadata'>>} Sendable */

/** @param {Sendable} message */
function writeCSharp({ to, list_number, body, wrap_links, contact_data, metadata }) {
  const set = [
    wrap_links === null || wrap_links === undefined ? null : `WrapLinks = ${wrap_links}`,
    contact_data ? `ContactData = new() { ${writeContactData(contact_data)} }` : null,
    metadata ? `Metadata = new() ${writeDictionary(metadata)}` : null,
  ].filter(Boolean);
  const call = `new SendRequest(${quote(to)}, ${quote(list_number)}, ${quote(body)})`;
  return set.length === 0 ? `await trackly.SendAsync(${call});` : `await trackly.SendAsync(${call}\n{\n${set.map(line => `    ${line},\n`).join('')}});`;
}

/** @param {Record<string, unknown>} data */
function writeContactData({ first_name, last_name, timezone, custom_fields }) {
  const strings = Object.entries({ FirstName: first_name, LastName: last_name, Timezone: timezone })
    .filter(([, value]) => typeof value === 'string').map(([name, value]) => `${name} = ${quote(String(value))}`);
  const fields = custom_fields && typeof custom_fields === 'object' ? [`CustomFields = new() ${writeDictionary(/** @type {Record<string, unknown>} */ (custom_fields))}`] : [];
  return [...strings, ...fields].join(', ');
}

/** @param {Record<string, unknown>} values */
const writeDictionary = values => `{ ${Object.entries(values).map(([name, value]) => `[${quote(name)}] = ${writeValue(value)}`).join(', ')} }`;

/** @param {unknown} value @returns {string} */
function writeValue(value) {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `new object?[] { ${value.map(writeValue).join(', ')} }`;
  if (value !== null && typeof value === 'object') return `new Dictionary<string, object?> ${writeDictionary(/** @type {Record<string, unknown>} */ (value))}`;
  return String(value);
}

/** Writes a C# string literal. @param {string} text */
const quote = text => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, escapeUnit)}"`;

/** @param {string} unit */
const escapeUnit = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Writes a command for a POSIX shell. @param {Sendable} message @param {string} api @param {string} key */
function writeCurl({ request }, api, key) {
  const quoted = request.replaceAll('\'', '\'\\\'\'');
  return `curl -X POST ${api}v2/send -H 'X-Api-Key: ${key}' -H 'Content-Type: application/json' -d '${quoted}'`;
}

// Between @' and '@ nothing has a special meaning. Without a charset, Windows PowerShell would not send UTF-8.
/** @param {Sendable} message @param {string} api @param {string} key */
const writePowerShell = ({ request }, api, key) => `$body = @'
${request}
'@
Invoke-RestMethod ${api}v2/send -Method Post -Headers @{ 'X-Api-Key' = '${key}' } -ContentType 'application/json; charset=utf-8' -Body $body`;

/** @param {Sendable} message @param {string} api @param {string} key */
const writeHttp = ({ request }, api, key) => `POST ${api}v2/send
X-Api-Key: ${key}
Content-Type: application/json

${request}`;

/** @type {{ [language: string]: (message: Sendable, api: string, key: string) => string }} */
export const SNIPPETS = { 'C#': writeCSharp, curl: writeCurl, PowerShell: writePowerShell, '.http': writeHttp };
