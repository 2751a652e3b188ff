// @ts-check
// How a message looks in the list: its number, time and text, and marks only for what is unusual.

/** @import { MessageSummary } from './types' */

import { make } from './dom.js';
import { annotate } from './text.js';
import { chip, counted, effectChip, encodingName, numberElement, statusChip, timeElement } from './words.js';

/** @param {MessageSummary} message @param {boolean} hasJustArrived */
export function messageRow(message, hasJustArrived) {
  const chips = [
    message.encoding === 'ucs2' ? chip(encodingName(message.encoding), 'warn') : null,
    message.segments > 1 ? chip(counted(message.segments, 'segment'), 'warn') : null,
    message.note_count > 0 ? make('span', {}, counted(message.note_count, 'note')) : null,
    effectChip(message.fault),
    statusChip(message.status, message.status_detail)].filter(one => one !== null);
  return make('li', {}, make('button', { type: 'button', className: hasJustArrived ? 'row message arrived' : 'row message', tabIndex: -1 },
    make('span', { className: 'head' }, numberElement(message.to), timeElement(message.received_at)),
    make('span', { className: 'bubble', dir: 'auto' }, ...annotate(message.text, [])),
    chips.length ? make('span', { className: 'chips' }, ...chips) : null));
}
