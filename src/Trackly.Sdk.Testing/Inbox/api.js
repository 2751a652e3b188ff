// @ts-check
// The emulator's control API.

/** A request that did not succeed. */
export class ApiError extends Error {
  /** @param {string} message @param {number | null} status null when there was no response */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @param {(text: string) => any} [parse]
 * @returns {Promise<any>} null when the response has no content
 * @throws {ApiError}
 */
export async function ask(path, options, parse = JSON.parse) {
  let response;
  try {
    response = await fetch(`/_emulator/${path}`, { cache: 'no-store', ...options });
  } catch {
    throw new ApiError('The emulator cannot be reached.', null);
  }
  if (!response.ok) throw new ApiError(await readError(response) ?? `The emulator responded with ${response.status}.`, response.status);
  if (response.status === 204) return null;
  try {
    return parse(await response.text());
  } catch {
    // An emulator that stops ends its responses.
    throw new ApiError('The connection to the emulator broke.', response.status);
  }
}

/** @param {string} path @param {object} body */
export const post = (path, body) => ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/**
 * Reads something that the emulator may no longer keep.
 * @param {string} path
 * @returns {Promise<any>} null when it is no longer kept. Any other failure throws: it says nothing about what is kept
 * @throws {ApiError}
 */
export async function find(path) {
  try {
    return await ask(path);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Returns the message of an error response; undefined when it does not come from the control API but, for example, from a proxy. @param {Response} response */
async function readError(response) {
  try {
    const { error } = await response.json();
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}
