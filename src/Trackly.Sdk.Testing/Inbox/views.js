// @ts-check
// Which of the views is shown: messages, refused requests or contacts.

import { byId } from './dom.js';

const VIEWS = ['messages', 'refused', 'contacts'];

/** @param {string} view */
export function showView(view) {
  document.body.dataset.view = view;
  for (const one of VIEWS) byId(`view-${one}`).ariaPressed = String(one === view);
  byId('refused').hidden = view !== 'refused';
  byId('contacts').hidden = view !== 'contacts';
}
