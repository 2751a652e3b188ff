// @ts-check
// Reads a page of contacts, whose custom fields are shown as they were written: JSON.parse would round their numbers.

/** @import { Contact } from './types' */

import { JsonNumber, JsonObject, readJson, toPlain } from './json.js';

/** @import { JsonValue } from './json.js' */

/** @param {string} text the response of the control API @returns {{ contacts: Contact[], total: number }} */
export function readContactPage(text) {
  const page = /** @type {JsonObject} */ (readJson(text));
  const contacts = /** @type {JsonObject[]} */ (page.get('contacts'));
  return { contacts: contacts.map(readContact), total: toPlain(page.get('total')) };
}

/** @param {JsonObject} contact */
function readContact(contact) {
  const fields = /** @type {JsonObject} */ (contact.get('custom_fields'));
  return { ...toPlain(contact), custom_fields: fields.members.map(([name, value]) => `${name}: ${format(value)}`) };
}

/** @param {JsonValue} value a string, a number or a boolean: the API allows nothing else */
const format = value => value instanceof JsonNumber ? value.text : String(value);
