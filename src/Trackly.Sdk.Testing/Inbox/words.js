// @ts-check
// Numbers, times and names in words.

import { make } from './dom.js';

export const number = new Intl.NumberFormat('en');
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
const exact = new Intl.DateTimeFormat(undefined, {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, timeZoneName: 'shortOffset', hourCycle: 'h23',
});

/** @param {number} count @param {string} one */
export const counted = (count, one, many = `${one}s`) => `${number.format(count)} ${count === 1 ? one : many}`;

/** @param {string} text */
function formatTime(text) {
  const time = new Date(text);
  const isToday = time.toDateString() === new Date().toDateString();
  return (isToday ? timeOfDay : dayAndTime).format(time);
}

/** @param {string} text */
export const timeElement = text => make('time', { dateTime: text, title: text, className: 'moment' }, formatTime(text));

/** The date, the milliseconds and the zone. @param {string} text */
export const exactTime = text => make('time', { dateTime: text, title: text }, exact.format(new Date(text)));

/** Writes the times of the page again: what was of today may be of yesterday now. */
export function redrawTimes() {
  for (const time of document.querySelectorAll('time.moment')) time.textContent = formatTime(/** @type {HTMLTimeElement} */ (time).dateTime);
}

/** A status of a message as a label: only one that is not queued is worth a word. @param {string} status @param {string | null} detail */
export function statusChip(status, detail) {
  if (status === 'queued') return null;
  const kind = status === 'delivered' ? 'good' : status === 'pending' ? '' : 'bad';
  return make('span', { className: `chip status ${kind}`, title: detail ?? '' }, status);
}
