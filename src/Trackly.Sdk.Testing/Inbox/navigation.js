// @ts-check
// The place that the address names, and the way from one to the next. Back and Forward of the browser move between them.

/** @import { Place } from './types' */

import { formatAddress, parseAddress } from './address.js';

/** @type {((place: Place, before: Place) => void)[]} */
const listeners = [];

let place = parseAddress(location.hash);

export const getPlace = () => place;

/** Calls the listener with each place that is gone to. @param {(place: Place, before: Place) => void} listener */
export const onNavigate = listener => listeners.push(listener);

/**
 * Goes to another place.
 * @param {Partial<Place>} change
 * @param {{ replaces?: boolean }} options whether Back leads to where Back leads from here
 */
export function goTo(change, { replaces = false } = {}) {
  const before = place;
  place = { ...place, ...change };
  const address = formatAddress(place);
  if (address !== formatAddress(before)) history[replaces ? 'replaceState' : 'pushState'](null, '', address);
  for (const listener of listeners) listener(place, before);
}

addEventListener('popstate', () => {
  const before = place;
  place = parseAddress(location.hash);
  for (const listener of listeners) listener(place, before);
});
