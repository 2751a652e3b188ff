// @ts-check
// How many segments a message takes, and why.

/** @import { Forced, Message } from './types' */

import { make } from './dom.js';
import { copyButton } from './listing.js';
import { makePlain } from './segments.js';
import { counted, encodingName, number } from './words.js';

const MAX_BARS = 12;
const MAX_CHARACTERS = 50;

/** @param {Message} message */
export function sizeOf({ encoding, segments, units, units_per_segment: room, forced_unicode: forced, text }) {
  const unit = encoding === 'gsm7' ? 'septet' : 'UTF-16 unit';
  const bars = segments > MAX_BARS ? null : make('div', { className: 'segments', ariaHidden: 'true' }, ...Array.from({ length: segments }, (_, index) => {
    const bar = make('span', {});
    bar.style.setProperty('--fill', `${Math.round(100 * Math.min(1, Math.max(0, units / room - index)))}%`);
    return bar;
  }));
  return [
    make('p', { className: 'size' }, make('b', {}, `${encodingName(encoding)}, ${counted(segments, 'segment')}`),
      segments === 1 ? `: ${number.format(units)} of ${counted(room, unit)}` : `: ${counted(units, unit)}, ${room} in each`),
    bars,
    ...forced.length ? [advice(text, segments), make('h3', {}, 'Characters that forced UCS-2'), forcedTable(forced)] : [],
  ];
}

/** Offers the same text without the characters that force UCS-2. @param {string} text @param {number} segments */
function advice(text, segments) {
  const plain = makePlain(text);
  if (!plain) return null;
  const size = counted(plain.segments, 'segment');
  const saves = plain.segments < segments ? `It would take ${size} instead of ${number.format(segments)}.` : `It would still take ${size}.`;
  const sentence = make('span', {}, `Plain characters can replace those that force UCS-2. ${saves}`);
  return make('div', { className: 'banner warn plain' }, sentence, copyButton('Copy plain text', () => plain.text));
}

/** @param {Forced[]} forced */
function forcedTable(forced) {
  /** @param {string} character */
  const glyph = character => /^[\p{C}\p{Z}\p{Cf}]+$/u.test(character) ? make('span', { className: 'muted small' }, 'invisible')
    : make('bdi', {}, /^\p{M}/u.test(character) ? `\u25cc${character}` : character);
  /** @param {Forced} one */
  const row = one => make('tr', {}, make('td', { className: 'glyph' }, glyph(one.character)), make('td', {}, make('code', {}, one.code_point)),
    make('td', {}, number.format(one.count)));
  const head = make('tr', {}, ...['Character', 'Code point', 'Count'].map(name => make('th', { scope: 'col' }, name)));
  const rest = forced.length > MAX_CHARACTERS
    ? make('tr', {}, make('td', { colSpan: 3, className: 'muted' }, `and ${counted(forced.length - MAX_CHARACTERS, 'other')}`)) : null;
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...forced.slice(0, MAX_CHARACTERS).map(row), rest));
}
