// @ts-check
// C# that sends a message again with the same values. A comment names what it leaves out.

import { JsonNumber, JsonObject, readJson } from './json.js';

/** @import { JsonValue } from './json.js' */

/** The property for each member of a request, in the order of the code. */
const CONTACT = { first_name: 'FirstName', last_name: 'LastName', timezone: 'Timezone', custom_fields: 'CustomFields' };
const SEND = { wrap_links: 'WrapLinks', contact_data: 'ContactData', metadata: 'Metadata' };
const RAW = {
  skip_duplicate_check: 'SkipDuplicateCheck', skip_rate_limit: 'SkipListRateLimit', skip_contact_validation: 'SkipOptOutAndBlockListChecks', skip_journey_check: 'SkipJourneyCheck',
  metadata: 'Metadata',
};
const IN_CONSTRUCTOR = ['to', 'list_number', 'body'];
const MAX_NAMES = 10;

/** @param {string} request the JSON of the request @param {boolean} isRaw whether it was sent by send-raw */
export function writeCSharp(request, isRaw) {
  const json = /** @type {JsonObject} */ (readJson(request));
  const [type, method, properties] = isRaw ? ['SendRawRequest', 'SendRawAsync', RAW] : ['SendRequest', 'SendAsync', SEND];
  const strings = IN_CONSTRUCTOR.map(name => quote(/** @type {string} */ (json.get(name))));
  const set = setProperties(json, properties);
  const call = `new ${type}(${strings.join(', ')})`;
  const code = set.length === 0 ? `await trackly.${method}(${call});` : `await trackly.${method}(${call}\n{\n${set.map(line => `    ${line},\n`).join('')}});`;
  return [...writeComments(json, properties, type), code].join('\n');
}

/** Writes the properties that the object has, in the order of the code. @param {JsonObject} json @param {Record<string, string>} properties @returns {string[]} */
function setProperties(json, properties) {
  return Object.entries(properties).flatMap(([name, property]) => {
    const value = json.get(name);
    return value === undefined || value === null ? [] : [`${property} = ${writeProperty(name, value)}`];
  });
}

/** @param {string} name @param {JsonValue} value @returns {string} */
function writeProperty(name, value) {
  if (!(value instanceof JsonObject)) return writeValue(value);
  return name === 'contact_data' ? `new() { ${setProperties(value, CONTACT).join(', ')} }` : `new() ${writeMembers(value)}`;
}

/** @param {JsonObject} object */
const writeMembers = ({ members }) => `{ ${members.map(([name, value]) => `[${quote(name)}] = ${writeValue(value)}`).join(', ')} }`;

/** @param {JsonValue} value @returns {string} */
function writeValue(value) {
  if (typeof value === 'string') return quote(value);
  if (value instanceof JsonNumber) return writeNumber(value.text);
  if (Array.isArray(value)) return `new object?[] { ${value.map(writeValue).join(', ')} }`;
  return value instanceof JsonObject ? `new Dictionary<string, object?> ${writeMembers(value)}` : String(value);
}

/** Writes a number so that the request has the same digits again. @param {string} text */
function writeNumber(text) {
  if (/^-?[1-9]\d{0,18}$|^0$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)) return text;
  // A decimal keeps up to 28 digits and the zeros at the end, but not the sign of a zero.
  const isDecimal = /^-?\d+\.\d+$/.test(text) && text.replace(/\D/g, '').length <= 28 && !/^-[0.]+$/.test(text);
  return isDecimal ? `${text}m` : `System.Text.Json.Nodes.JsonNode.Parse(${quote(text)})`;
}

/** Names what the code leaves out. @param {JsonObject} json @param {Record<string, string>} properties @param {string} type */
function writeComments(json, properties, type) {
  const contact = json.get('contact_data');
  const objects = [
    { json, known: [...IN_CONSTRUCTOR, ...Object.keys(properties)], prefix: '' },
    ...contact instanceof JsonObject && 'contact_data' in properties ? [{ json: contact, known: Object.keys(CONTACT), prefix: 'contact_data.' }] : [],
  ];
  /** @param {(name: string, known: string[], json: JsonObject) => boolean} isWanted */
  const findNames = isWanted => objects.flatMap(one =>
    [...new Set(one.json.members.map(([name]) => name))].filter(name => isWanted(name, one.known, one.json)).map(name => one.prefix + name));
  const unknown = findNames((name, known) => !known.includes(name));
  const nulls = findNames((name, known, owner) => known.includes(name) && owner.get(name) === null);
  const repeated = objects.flatMap(one => findRepeated(one.json).map(name => one.prefix + name));
  return [
    ...unknown.length ? [`// Not sent here, because ${type} has no property for it: ${formatNames(unknown)}.`] : [],
    ...nulls.length ? [`// Not sent here, because it is null, which the SDK leaves out: ${formatNames(nulls)}.`] : [],
    ...repeated.length ? [`// Repeated in the request, and sent here with the last value: ${formatNames(repeated)}.`] : [],
  ];
}

/** Returns the names that an object has more than once. @param {JsonObject} object @returns {string[]} */
function findRepeated({ members }) {
  const seen = new Set();
  return [...new Set(members.map(([name]) => name).filter(name => seen.has(name) || !seen.add(name)))];
}

/** @param {string[]} names */
function formatNames(names) {
  const others = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} others` : '';
  // Quoted, a name cannot end the line of the comment.
  return names.slice(0, MAX_NAMES).map(name => quote(name.replace(/^(.{50}).+$/su, '$1…'))).join(', ') + others;
}

/** Writes a C# string literal. @param {string} text */
const quote = text => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, escapeUnit)}"`;

/** @param {string} unit */
const escapeUnit = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
