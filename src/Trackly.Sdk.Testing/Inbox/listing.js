// @ts-check
// Strings in full, and buttons that copy them exactly, however they are displayed.

import { make, say } from './dom.js';
import { clip, MAX_IN_LISTING, showControls } from './text.js';

/**
 * Creates a string with its name and a button that copies it.
 * @param {string} name @param {string} exact @param {(text: string) => string} [display]
 */
export function listing(name, exact, display = text => text) {
  const head = make('div', { className: 'listing-head' }, make('h3', {}, name), copyButton('Copy', () => exact, `Copy: ${name}`));
  return make('div', { className: 'listing' }, head, code(name, display(exact)));
}

/** @param {string} name @param {string} text */
export const code = (name, text) => make('pre', { tabIndex: 0, role: 'region', ariaLabel: name }, clip(showControls(text), MAX_IN_LISTING));

/**
 * Creates a button that copies a string and shows whether it could.
 * @param {string} name @param {() => string} getText @param {string} [label] what it is called without its context
 * @returns {HTMLButtonElement}
 */
export function copyButton(name, getText, label) {
  let reset = 0;
  const button = make('button', { type: 'button', className: 'small', ...label ? { ariaLabel: label } : {} }, name);
  button.addEventListener('click', async () => {
    const text = getText();
    const isCopied = await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false) || copyBySelection(button, text);
    button.textContent = isCopied ? 'Copied' : 'Not copied';
    say(isCopied ? 'Copied' : 'The browser did not let the page copy.');
    clearTimeout(reset);
    reset = setTimeout(() => { button.textContent = name; }, 1500);
  });
  return button;
}

/**
 * Copies a string through a selection: browsers offer pages no clipboard over plain HTTP, except on loopback.
 * @param {HTMLElement} button @param {string} text
 */
function copyBySelection(button, text) {
  const field = make('textarea', { value: text, className: 'hidden', readOnly: true });
  button.after(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  button.focus();
  return isCopied;
}
