// @ts-check
// The emulator's control API.

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function ask(path, options) {
  let response;
  try {
    response = await fetch(`/_emulator/${path}`, { cache: 'no-store', ...options });
  } catch {
    throw new Error('The emulator cannot be reached.');
  }
  const body = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.error ?? `The emulator responded with ${response.status}.`);
  return body;
}

/** @param {string} path @param {object} body */
export const post = (path, body) => ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
