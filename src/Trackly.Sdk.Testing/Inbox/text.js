// @ts-check
// Prepares the text of messages and JSON for display. All of it is untrusted and stays text.

/** @import { Forced, Link } from './types' */

import { make } from './dom.js';
import { counted } from './words.js';

export const MAX_IN_BUBBLE = 1000;
export const MAX_IN_LISTING = 50000;

/** Cuts a string for display, and adds how much is missing. @param {string} text @param {number} max */
export function clip(text, max) {
  if (text.length <= max) return text;
  const end = /** @type {number} */ (text.codePointAt(max - 1)) > 0xffff ? max - 1 : max;
  return `${text.slice(0, end)}… (${counted(text.length - end, 'more character')})`;
}

/** Indents JSON without changing its tokens: numbers, escapes and repeated names stay as they are. A string that is not JSON is returned unchanged. @param {string} text */
export function layOut(text) {
  if (text.length > MAX_IN_LISTING) return text;
  try { JSON.parse(text); } catch { return text; }
  let depth = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, 20))}`;
  return (text.match(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []).map(token => {
    switch (token) {
      case '{': case '[': depth++; return token + line();
      case '}': case ']': depth--; return line() + token;
      case ',': return token + line();
      case ':': return ': ';
      default: return token[0] === '{' || token[0] === '[' ? token[0] + token.at(-1) : token;
    }
  }).join('');
}

/** Replaces characters that would rearrange or hide code with JSON escapes. Only for display: copies are exact. @param {string} text */
export const showControls = text => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
  unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Splits a string into nodes that mark short links, the characters that forced UCS-2, and the places where a part ends.
 * @param {string} text @param {Link[]} links @param {Forced[]} [forced] @param {number[]} [ends]
 */
export function annotate(text, links, forced = [], ends = []) {
  /** @param {string} needle */
  const escaped = needle => needle.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  /** @param {string[]} needles */
  const either = needles => needles.length ? needles.map(escaped).join('|') : '(?!)';
  const shorts = links.map(link => link.short_url).filter(Boolean).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${either(shorts)})|(?:${either(forced.map(one => one.character))})+`, 'gu');

  /** @type {(Node | string)[]} */
  const nodes = [];
  let part = 0;
  /** Adds a piece, divided by a mark at each part that ends in it. @param {number} from @param {number} to @param {(piece: string) => Node | string} wrap */
  const add = (from, to, wrap) => {
    while (part < ends.length && ends[part] <= to) {
      if (ends[part] > from) nodes.push(wrap(text.slice(from, ends[part])));
      nodes.push(make('span', { className: 'part-end', title: `Part ${part + 1} ends here` }));
      from = ends[part++];
    }
    if (from < to) nodes.push(wrap(text.slice(from, to)));
  };

  let end = 0;
  for (const found of text.matchAll(pattern)) {
    add(end, found.index, piece => piece);
    end = found.index + found[0].length;
    add(found.index, end, piece => found[1] ? make('span', { className: 'link' }, piece) : make('mark', {}, piece));
  }
  add(end, text.length, piece => piece);
  return nodes;
}

/** Finds a code, such as one for a login, in a string. @param {string} text */
export const findCode = text => /(?<![\d+])\d{4,8}(?!\d)/.exec(text)?.[0];
