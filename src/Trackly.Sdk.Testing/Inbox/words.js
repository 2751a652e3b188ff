// @ts-check
// Numbers, times and states in words.

import { make } from './dom.js';

export const number = new Intl.NumberFormat('en');
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
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

/** @param {string} text */
export const formatDay = text => day.format(new Date(text));

/** Writes the times of the page again: what was of today may be of yesterday now. */
export function redrawTimes() {
  for (const time of document.querySelectorAll('time.moment')) time.textContent = formatTime(/** @type {HTMLTimeElement} */ (time).dateTime);
}

/** A phone number. Those of North America are grouped for the eye, and copied without spaces. @param {string} phoneNumber @param {string} [className] */
export function numberElement(phoneNumber, className = '') {
  const groups = /^(\+1)(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber)?.slice(1) ?? [phoneNumber];
  return make('bdi', { className: `number ${className}`.trim() }, ...groups.map(group => make('span', {}, group)));
}

/** @param {string} encoding */
export const encodingName = encoding => ({ gsm7: 'GSM-7', ucs2: 'UCS-2' })[encoding] ?? encoding;

/** @param {string} text @param {'good' | 'warn' | 'bad' | ''} kind @param {string} [title] */
export const chip = (text, kind, title = '') => make('span', { className: `chip ${kind}`.trim(), title }, text);

/** A status of a message as a label: only one that is not queued is worth a word. @param {string} status @param {string | null} detail */
export function statusChip(status, detail) {
  if (status === 'queued') return null;
  const kind = status === 'delivered' ? 'good' : status === 'pending' ? '' : 'bad';
  return make('span', { className: `chip status ${kind}`, title: detail ?? '' }, status);
}

/** What a fault did to a queued message: in a word, in a sentence, and whether the sender cannot know that it was queued. */
const EFFECTS = {
  accept_then_reset: { word: 'no response', sentence: 'Queued, but the sender got no response: the connection was reset.', isLost: true },
  hang: { word: 'no response', sentence: 'Queued, but the sender got no response.', isLost: true },
  status: { word: 'error response', sentence: 'Queued, but the sender got an error response.', isLost: true },
  gateway_html: { word: 'gateway page', sentence: 'Queued, but the sender got an HTML page, as from a proxy.', isLost: true },
  delay: { word: 'delayed response', sentence: 'Queued. The response was delayed.', isLost: false },
  slow_body: { word: 'slow response', sentence: 'Queued. The response was sent byte by byte.', isLost: false },
};

/** @param {string} fault @returns {{ word: string, sentence: string, isLost: boolean }} */
export const findEffect = fault => EFFECTS[/** @type {keyof typeof EFFECTS} */ (fault)] ?? { word: fault, sentence: `Queued, with the fault ${fault}.`, isLost: false };

/** @param {string | null | undefined} fault */
export function effectChip(fault) {
  if (!fault) return null;
  const { word, isLost } = findEffect(fault);
  return chip(word, isLost ? 'bad' : 'warn');
}

/** What a refused request got, such as 400 list_not_found. @param {{ status?: string | number | null, code?: string | null }} request */
export const gotChip = ({ status, code }) => chip(`${status ?? 'no response'} ${code ?? ''}`.trim(), 'bad');
