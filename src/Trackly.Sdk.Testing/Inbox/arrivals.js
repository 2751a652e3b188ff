// @ts-check
// Announces new messages to screen readers, and counts them in the title while the page is in the background.

import { say, throttle } from './dom.js';
import { number } from './words.js';

const TITLE = 'Trackly emulator';
const spoken = { count: 0, to: '' };
let unseen = 0;

const speak = throttle(() => {
  if (spoken.count > 0) say(spoken.count === 1 ? `New message to ${spoken.to}` : `${number.format(spoken.count)} new messages`);
  spoken.count = 0;
}, 3000);

const count = throttle(() => { document.title = unseen > 0 ? `(${number.format(unseen)}) ${TITLE}` : TITLE; }, 250);

/** @param {string} to */
export function announceArrival(to) {
  [spoken.count, spoken.to] = [spoken.count + 1, to];
  speak();
  if (!document.hidden) return;
  unseen++;
  count();
}

export function forgetUnseen() {
  unseen = 0;
  document.title = TITLE;
}
