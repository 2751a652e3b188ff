// @ts-check
// The kinds of faults, and descriptions of active faults.

/** @import { Fault } from './types' */

import { counted, number } from './words.js';

export const KINDS = [
  { kind: 'status', name: 'Respond with an error', says: 'Nothing is queued.', values: { status: '503', error: 'Service unavailable', code: '', retry_after_seconds: '' } },
  { kind: 'gateway_html', name: 'Respond as a gateway', says: 'An HTML page, as from a proxy. Nothing is queued.', values: { status: '502' } },
  { kind: 'delay', name: 'Delay the response', says: 'Queued as usual.', values: { delay_ms: '2000' } },
  { kind: 'accept_then_reset', name: 'Lose the response', says: 'Queued, then the connection is reset: the sender gets no response.', values: {} },
  { kind: 'reset', name: 'Reset the connection', says: 'Before anything is queued.', values: {} },
  { kind: 'hang', name: 'Never respond', says: 'Queued. The connection stays open until the sender gives up.', values: {} },
  { kind: 'slow_body', name: 'Respond slowly', says: 'Queued. The response is sent byte by byte, with a pause before each.', values: { delay_ms: '50' } },
];

/** @param {string} kind */
export const nameOf = kind => KINDS.find(one => one.kind === kind)?.name ?? kind;

/** Describes the values of a fault. @param {Fault} fault */
export function describeValues(fault) {
  /** @param {unknown} value */
  const isSet = value => value !== null && value !== undefined;
  return [
    fault.status,
    fault.error ? `“${fault.error}”` : null,
    fault.code,
    isSet(fault.retry_after_seconds) ? `Retry-After ${fault.retry_after_seconds}\u00a0s` : null,
    isSet(fault.delay_ms) ? `${number.format(/** @type {number} */ (fault.delay_ms))}\u00a0ms` : null,
  ].filter(isSet).join(', ');
}

/** @param {Fault} fault */
const leftOf = fault => fault.remaining ?? fault.times ?? null;

/** Describes which requests a fault is for, except for their recipient. @param {Fault} fault */
export function describeScope(fault) {
  const left = leftOf(fault);
  const requests = left === null ? 'Every request' : left === 1 ? 'The next request' : `The next ${number.format(left)} requests`;
  return `${requests}${fault.is_conditional ? ' that a condition in code selects' : ''}`;
}

/** Describes how many times a limited fault has applied. @param {Fault} fault */
export function describeMet(fault) {
  const left = leftOf(fault);
  return fault.times && left !== null && left < fault.times ? `, applied ${number.format(fault.times - left)} of ${counted(fault.times, 'time')}` : '';
}

/** Describes a fault for the bar, in as few words as possible. @param {Fault} fault */
export function summarize(fault) {
  const left = leftOf(fault);
  return `${fault.status ?? nameOf(fault.kind)} · ${left === null ? 'every request' : left === 1 ? 'next request' : `next ${number.format(left)}`}`;
}
