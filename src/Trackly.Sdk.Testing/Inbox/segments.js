// @ts-check
// Where each part of a long message ends, and what a message would look like without the characters that force UCS-2.

/** @import { Encoding } from './types' */

// 3GPP TS 23.038: the basic table, and the extension table, whose characters take two septets.
const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡§¿ÄÖÑÜäöñüà'
  + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const EXTENSION = new Set('^{}\\[~]|€\f');

/** Characters that look the same or nearly so in GSM-7. */
const PLAIN = new Map(Object.entries({
  '‘': '\'', '’': '\'', '‚': '\'', '‛': '\'', '′': '\'', '`': '\'', '´': '\'', '“': '"', '”': '"', '„': '"', '‟': '"', '″': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '…': '...', '•': '-', '·': '-', '×': 'x', '⁄': '/', '∕': '/',
  '\u00a0': ' ', '\u2002': ' ', '\u2003': ' ', '\u2007': ' ', '\u2009': ' ', '\u200a': ' ', '\u202f': ' ', '\t': ' ', '\u2028': '\n', '\u2029': '\n',
  '\u00ad': '', '\u200b': '', '\u200c': '', '\u200d': '', '\u2060': '', '\ufeff': '',
}));

/** @param {string} character */
const countSeptets = character => BASIC.has(character) ? 1 : EXTENSION.has(character) ? 2 : 0;

/**
 * Finds the indexes after which a part ends, the last one left out. No character is split across two parts.
 * @param {string} text @param {Encoding} encoding @param {number} room the units that each part has
 */
export function findPartEnds(text, encoding, room) {
  const ends = [];
  let index = 0, used = 0;
  for (const character of text) {
    const units = encoding === 'gsm7' ? countSeptets(character) : character.length;
    if (used + units > room) {
      ends.push(index);
      used = 0;
    }
    used += units;
    index += character.length;
  }
  return ends;
}

/**
 * Replaces the characters that force UCS-2 with GSM-7 characters that look like them.
 * @param {string} text
 * @returns {{ text: string, segments: number } | null} null when one of them, such as an emoji, has no replacement
 */
export function makePlain(text) {
  let plain = '';
  for (const character of text) {
    const replacement = countSeptets(character) ? character : PLAIN.get(character) ?? stripMark(character);
    if (replacement === null) return null;
    plain += replacement;
  }
  const units = [...plain].reduce((sum, character) => sum + countSeptets(character), 0);
  return { text: plain, segments: units <= 160 ? 1 : findPartEnds(plain, 'gsm7', 153).length + 1 };
}

/** A letter without its accent, if GSM-7 has the letter. @param {string} character */
function stripMark(character) {
  const letter = character.normalize('NFD').replace(/\p{M}/gu, '');
  return letter.length === 1 && countSeptets(letter) ? letter : null;
}
