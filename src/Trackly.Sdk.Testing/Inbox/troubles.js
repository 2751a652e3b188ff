// @ts-check
// What the page could not read or do, and why. It is shown above the list until it succeeds.

import { byId } from './dom.js';

/** The reason of each failure. @type {Map<string, string>} */
const troubles = new Map();

/** How often each was awaited: only the latest counts, even if an earlier one ends after it. @type {Map<string, number>} */
const turns = new Map();

/**
 * Waits for something that may fail. A failure is shown.
 * @template T
 * @param {string} failure what to show when it fails, such as "The faults cannot be read"
 * @param {Promise<T>} work
 * @returns {Promise<T | undefined>} undefined when it failed
 */
export async function watch(failure, work) {
  const turn = (turns.get(failure) ?? 0) + 1;
  turns.set(failure, turn);
  try {
    const result = await work;
    if (turn === turns.get(failure) && troubles.delete(failure)) show();
    return result;
  } catch (error) {
    if (turn === turns.get(failure)) {
      troubles.set(failure, /** @type {Error} */ (error).message);
      show();
    }
    return undefined;
  }
}

/** Forgets every failure, because everything is read again. */
export function forgetTroubles() {
  troubles.clear();
  show();
}

function show() {
  byId('troubles').hidden = troubles.size === 0;
  byId('troubles').textContent = [...troubles].map(([failure, reason]) => `${failure}: ${reason}`).join('\n');
}
