// @ts-check
// Reads JSON without loss, which JSON.parse does not: numbers stay as they are written, and members keep their order, repeated ones too.

/** A number as it is written. */
export class JsonNumber {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** An object. */
export class JsonObject {
  /** @param {[string, JsonValue][]} members */
  constructor(members) {
    this.members = members;
  }

  /** Returns the value of a member; of a repeated one, the last value counts. @param {string} name @returns {JsonValue | undefined} */
  get(name) {
    return this.members.findLast(([other]) => other === name)?.[1];
  }
}

/** @typedef {string | boolean | null | JsonNumber | JsonValue[] | JsonObject} JsonValue */

/** Returns the value that JSON.parse reads. @param {JsonValue | undefined} value @returns {any} */
export function toPlain(value) {
  if (value instanceof JsonNumber) return Number(value.text);
  if (value instanceof JsonObject) return Object.fromEntries(value.members.map(([name, member]) => [name, toPlain(member)]));
  return Array.isArray(value) ? value.map(toPlain) : value;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** @param {string} text valid JSON @returns {JsonValue} */
export function readJson(text) {
  const tokens = text.match(TOKENS) ?? [];
  let index = 0;

  /** @returns {JsonValue} */
  const readValue = () => {
    const token = tokens[index++];
    switch (token[0]) {
      case '{': return new JsonObject(readItems('}', readMember));
      case '[': return readItems(']', readValue);
      case '"': return JSON.parse(token);
      case 't': case 'f': return token === 'true';
      case 'n': return null;
      default: return new JsonNumber(token);
    }
  };

  /** @returns {[string, JsonValue]} */
  const readMember = () => {
    const name = JSON.parse(tokens[index++]);
    // Skips the colon.
    index++;
    return [name, readValue()];
  };

  /** @template T @param {string} end @param {() => T} read @returns {T[]} */
  const readItems = (end, read) => {
    /** @type {T[]} */
    const items = [];
    while (tokens[index] !== end) {
      if (tokens[index] === ',') index++;
      items.push(read());
    }
    index++;
    return items;
  };

  return readValue();
}
