// @ts-check
// The requests that were refused, and why.

import { ask } from './api.js';
import { byId, make } from './dom.js';
import { counted, number, timeElement } from './words.js';

const MAX = 200;

/** @type {any[]} newest first */
let refused = [];
let turn = 0;

export async function loadRefused() {
  const mine = ++turn;
  const body = await ask(`requests?refused=true&limit=${MAX}`).catch(() => null);
  if (!body || mine !== turn) return;
  refused = body.requests;
  show();
}

/** @param {any} request */
export function onRequest(request) {
  if (!request.is_refused) return;
  turn++;
  refused = [request, ...refused.filter(other => other.sequence !== request.sequence)].slice(0, MAX);
  show();
}

function show() {
  byId('refused-count').textContent = refused.length === 0 ? '' : number.format(refused.length) + (refused.length === MAX ? '+' : '');
  byId('refused-list').replaceChildren(...refused.map(item));
  byId('no-refused').hidden = refused.length > 0;
}

function item(request) {
  const got = request.status === null ? 'no response' : String(request.status);
  const reason = request.fault ? `fault ${request.fault}` : request.error ?? '';
  return make('li', { className: 'refused-item' },
    make('span', { className: 'head' }, make('span', { className: 'chip bad' }, `${got}${request.code ? ` ${request.code}` : ''}`), timeElement(request.received_at)),
    make('span', {}, reason),
    request.to === null ? null : make('span', {}, 'to ', make('bdi', {}, request.to), ' from ', make('bdi', {}, request.list_number ?? 'nobody')),
    request.body === null ? null : make('span', { className: 'bubble', dir: 'auto' }, request.body),
    make('span', { className: 'muted small' }, `${request.method} ${request.path}`, request.user_agent ? `, ${request.user_agent}` : '', request.account ? `, account ${request.account}` : ''));
}

/** @returns {string} how many there are, for those who cannot see the page */
export const sayRefused = () => counted(refused.length, 'refused request');
