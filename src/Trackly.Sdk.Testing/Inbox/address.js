// @ts-check
// Converts between what the page shows and the part of the address after "#", with a pure function in each direction.

/** @import { Place, View } from './types' */

/** @type {View[]} */
export const VIEWS = ['conversations', 'messages', 'refused', 'contacts'];

/** @type {Place} */
export const START = { view: 'conversations', number: '', message: '', search: '' };

/**
 * Reads the address. Parts that it does not understand are ignored.
 * @param {string} hash
 * @returns {Place}
 */
export function parseAddress(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [kind, value = ''] = path.split('/', 2);
  const parameters = new URLSearchParams(query);
  const asked = kind === 'm' || kind === 'c' ? parameters.get('view') : kind;
  return {
    view: VIEWS.find(view => view === asked) ?? START.view,
    number: kind === 'c' ? decode(value) : '',
    message: kind === 'm' ? decode(value) : '',
    search: parameters.get('q') ?? '',
  };
}

/** @param {Place} place */
export function formatAddress({ view, number, message, search }) {
  const isDefault = view === START.view;
  const path = message ? `m/${encode(message)}` : number ? `c/${encode(number)}` : isDefault ? '' : view;
  const parameters = new URLSearchParams();
  if (!isDefault && (message || number)) parameters.set('view', view);
  if (search) parameters.set('q', search);
  return `#/${path}${parameters.size ? `?${parameters}` : ''}`;
}

// A plus sign stays as it is, so that the number can be read.
/** @param {string} value */
const encode = value => encodeURIComponent(value).replaceAll('%2B', '+');

/** @param {string} value */
function decode(value) {
  try { return decodeURIComponent(value); } catch { return value; }
}
