// @ts-check
// Code that sends a message, in the language that was chosen last.

/** @import { Sending } from './snippets.js' */

import { make } from './dom.js';
import { code, copyButton } from './listing.js';
import { SNIPPETS } from './snippets.js';

const NAME = 'trackly-emulator-language';

/** @param {Sending} sending @param {string} usual the language until one is chosen */
export function snippetBox(sending, usual) {
  let chosen = readChoice() ?? usual;
  const write = () => SNIPPETS[chosen](sending);
  const box = make('div', { className: 'listing snippets' });
  const show = () => {
    const tabs = Object.keys(SNIPPETS).map(language =>
      make('button', { type: 'button', className: 'small', ariaPressed: String(language === chosen), onclick: () => choose(language) }, language));
    box.replaceChildren(
      make('div', { className: 'listing-head' }, make('div', { className: 'tabs', role: 'group', ariaLabel: 'Language' }, ...tabs), copyButton('Copy', write, `Copy: ${chosen}`)),
      code(chosen, write()));
  };
  /** @param {string} language */
  const choose = language => {
    chosen = language;
    // A browser may forbid the storage. The choice then lasts until the box is closed.
    try { localStorage.setItem(NAME, language); } catch { /* Not stored. */ }
    show();
    box.querySelector('[aria-pressed="true"]')?.focus();
  };
  show();
  return box;
}

function readChoice() {
  try {
    const choice = localStorage.getItem(NAME);
    return choice !== null && choice in SNIPPETS ? choice : null;
  } catch {
    return null;
  }
}
