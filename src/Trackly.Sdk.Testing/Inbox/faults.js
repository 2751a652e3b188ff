// @ts-check
// The faults that are switched on: in the drawer, and as a pill in the bar.

/** @import { Fault } from './types' */

import { ask } from './api.js';
import { byId, make, say } from './dom.js';
import { setRecipient, startFaultForm } from './fault-form.js';
import { describeMet, describeScope, describeValues, nameOf, summarize } from './fault-words.js';
import { updateItems } from './rows.js';
import { watch } from './troubles.js';
import { number } from './words.js';

const drawer = byId('faults');
const opener = byId('open-faults');
const title = byId('faults-title');
const active = byId('active-faults');

/** How often the page received or requested the faults. A response that is older than the last one is not shown. */
let updates = 0;
/** @type {HTMLElement} what had the focus before the drawer was opened */
let before = opener;
/** Called after the drawer was opened or closed. */
let onToggle = () => {};

/** @param {() => void} toggled */
export function startFaults(toggled) {
  onToggle = toggled;
  opener.addEventListener('click', () => isDrawerOpen() ? closeDrawer() : openDrawer());
  byId('close-faults').addEventListener('click', closeDrawer);
  byId('remove-faults').addEventListener('click', () => switchOff('faults'));
  startFaultForm(loadFaults);
}

export const isDrawerOpen = () => !drawer.hidden;

/** @param {string} [to] the number that the next fault is for */
export function openDrawer(to) {
  if (!isDrawerOpen()) before = /** @type {HTMLElement} */ (document.activeElement ?? opener);
  drawer.hidden = false;
  opener.ariaExpanded = 'true';
  if (to) setRecipient(to);
  onToggle();
  title.focus();
}

export function closeDrawer() {
  drawer.hidden = true;
  opener.ariaExpanded = 'false';
  onToggle();
  (before.isConnected && before !== document.body ? before : opener).focus();
}

export async function loadFaults() {
  const mine = ++updates;
  const body = await watch('The faults cannot be read', ask('faults'));
  if (body && mine === updates) show(body.faults);
}

/** @param {Fault[]} faults */
export function onFaults(faults) {
  updates++;
  show(faults);
}

/** @param {Fault[]} faults */
function show(faults) {
  const focused = [...active.children].findIndex(item => item.contains(document.activeElement));
  const allOffHasFocus = document.activeElement === byId('remove-faults');
  updateItems(active, faults, { getKey: fault => String(fault.id), isUnchanged: (one, other) => JSON.stringify(one) === JSON.stringify(other), create: item });
  byId('no-faults').hidden = faults.length > 0;
  byId('remove-faults').hidden = faults.length < 2;
  if (focused >= 0 && !active.contains(document.activeElement)) (active.children[Math.min(focused, faults.length - 1)]?.querySelector('button') ?? title).focus();
  if (allOffHasFocus && faults.length < 2) title.focus();
  byId('fault-count').hidden = faults.length === 0;
  byId('fault-count').textContent = number.format(faults.length);
  showPill(faults);
}

/** @param {Fault} fault */
function item(fault) {
  const values = describeValues(fault);
  const off = make('button', { type: 'button', className: 'small', ariaLabel: `Switch off: ${nameOf(fault.kind)}`, onclick: () => switchOff(`faults/${fault.id}`) }, 'Switch off');
  return make('li', {}, make('div', {}, make('b', {}, nameOf(fault.kind)), values ? ': ' : null, values ? make('bdi', {}, values) : null, make('br', {}),
    make('span', { className: 'small' }, describeScope(fault), fault.to ? ' to ' : null, fault.to ? make('bdi', {}, fault.to) : null, describeMet(fault))), off);
}

/** Shows the first fault in few words, and how many others there are. @param {Fault[]} faults */
function showPill(faults) {
  const [first] = faults;
  if (!first) return byId('pill').replaceChildren();
  const others = faults.length > 1 ? ` +${number.format(faults.length - 1)}` : '';
  const label = [summarize(first), first.to ? ' to ' : null, first.to ? make('bdi', {}, first.to) : null, others];
  const off = `Switch off in the bar: ${nameOf(first.kind)}`;
  byId('pill').replaceChildren(
    make('button', { type: 'button', onclick: () => openDrawer() }, make('span', { ariaHidden: 'true' }, '⚡ '), ...label),
    make('button', { type: 'button', ariaLabel: off, title: 'Switch off', onclick: () => switchOff(`faults/${first.id}`) }, make('span', { ariaHidden: 'true' }, '×')));
}

/** @param {string} path */
async function switchOff(path) {
  const result = await watch('The fault was not switched off', ask(path, { method: 'DELETE' }));
  say(result === undefined ? 'The fault was not switched off' : 'Switched off');
  loadFaults();
}
