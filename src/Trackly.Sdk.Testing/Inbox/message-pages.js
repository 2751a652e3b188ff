// @ts-check
// Reads pages of messages. A status that changes while a page is on its way may not be in it, and is applied to it.

/** @import { MessagePage, MessageSummary, StatusChange } from './types' */

import { ask } from './api.js';
import { PAGE_SIZE, withStatus } from './message-window.js';

/** For each page that is on its way, the changes since it was asked for, by sequence. @type {Set<Map<number, StatusChange>>} */
const expected = new Set();

/** @param {StatusChange} change */
export function noteChange(change) {
  for (const changes of expected) changes.set(change.sequence, change);
}

/** Reads a page of what the search finds, newest first. @param {string} search @param {Record<string, string>} where */
export const readPage = (search, where) =>
  applyLateChanges(ask(`messages?${new URLSearchParams({ summary: 'true', limit: String(PAGE_SIZE), ...search ? { search } : {}, ...where })}`));

/** Waits for a page, and applies the changes that were noted in the meantime. @param {Promise<MessagePage>} page @returns {Promise<MessagePage>} */
export async function applyLateChanges(page) {
  /** @type {Map<number, StatusChange>} */
  const changes = new Map();
  expected.add(changes);
  try {
    const { messages, has_more } = await page;
    /** @param {MessageSummary} message */
    const update = message => {
      const change = changes.get(message.sequence);
      return change ? withStatus(message, change) : message;
    };
    return { messages: messages.map(update), has_more };
  } finally {
    expected.delete(changes);
  }
}
