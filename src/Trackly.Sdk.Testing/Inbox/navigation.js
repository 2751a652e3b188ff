// @ts-check
// The place that the address names, and moving to another one. Back and Forward of the browser work.

/** @import { Place } from './types' */

import { formatAddress, parseAddress } from './address.js';

/** @type {((place: Place, before: Place) => void)[]} */
const listeners = [];

let place = parseAddress(location.hash);

export const getPlace = () => place;

/** Calls the listener with each new place. @param {(place: Place, before: Place) => void} listener */
export const onNavigate = listener => listeners.push(listener);

/**
 * Goes to another place.
 * @param {Partial<Place>} change
 * @param {{ replaces?: boolean }} options whether the new place replaces this one in the history of the browser
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
