// @ts-check
// The color scheme that the user chose. A classic script, so that it runs before the page is drawn.
'use strict';

{
  const NAME = 'trackly-emulator-theme';
  const THEMES = { system: 'light dark', light: 'light', dark: 'dark' };

  const read = () => {
    // A browser may forbid the storage.
    try { return localStorage.getItem(NAME) ?? 'system'; } catch { return 'system'; }
  };

  /** @param {string} theme */
  const apply = theme => {
    document.documentElement.style.setProperty('color-scheme', THEMES[/** @type {keyof typeof THEMES} */ (theme)] ?? THEMES.system);
  };

  apply(read());
  addEventListener('DOMContentLoaded', () => {
    const select = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
    select.value = read() in THEMES ? read() : 'system';
    select.addEventListener('change', () => {
      apply(select.value);
      try { localStorage.setItem(NAME, select.value); } catch { /* The choice lasts until the page is left. */ }
    });
  });
  // Another tab may have changed the choice.
  addEventListener('storage', event => { if (event.key === NAME) apply(read()); });
}
