// @ts-check
// Shows the place that the address names: a list, a conversation beside it, and the details of a message beside that.

/** @import { Conversation, Message, Place } from './types' */

import { showContacts } from './contacts.js';
import { markConversation, showConversations } from './conversations.js';
import { closeDetails, findMessage, showDetails, showReadError } from './details.js';
import { byId, say } from './dom.js';
import { isDrawerOpen } from './faults.js';
import { markMessage } from './message-list.js';
import { showMessages } from './messages.js';
import { getPlace, goTo, onNavigate } from './navigation.js';
import { searchRefused } from './refused.js';
import { getThreadNumber, openThread } from './thread.js';
import { showView } from './views.js';

const isNarrow = matchMedia('(width < 56rem)');
const search = /** @type {HTMLInputElement} */ (byId('search'));

/** What was chosen in the list on a phone. The focus returns to it. @type {HTMLElement | null} */
let opener = null;

/** The id of the message in the address if it could not be read; empty otherwise. */
let failedId = '';

/** Shows the place that the address names now, and each one that it names later. */
export function startPlaces() {
  onNavigate(show);
  isNarrow.addEventListener('change', cover);
  show(getPlace());
}

/** @param {string} number */
export const openNumber = (number, replaces = false) => goTo({ number, message: '' }, { replaces });

/** @param {string} message */
export const openMessage = (message, replaces = false) => goTo({ message }, { replaces: replaces || getPlace().message !== '' });

/** Leaves the details, and the conversation after them. */
export function goBack() {
  const { number, message } = getPlace();
  if (message) goTo({ message: '', number: number || getThreadNumber() });
  else if (number && isNarrow.matches) goTo({ number: '' });
}

/** @param {Place} place @param {Place} [before] */
async function show(place, before) {
  if (before && !before.number && !before.message && byId('list').contains(document.activeElement)) opener = /** @type {HTMLElement} */ (document.activeElement);
  if (place.search !== before?.search && search.value.trim() !== place.search) search.value = place.search;
  showNotice('');
  showView(place.view, place.search);
  showConversations(place.view === 'conversations', place.search);
  showMessages(place.view === 'messages', place.search);
  showContacts(place.view === 'contacts', place.search);
  searchRefused(place.view === 'refused' ? place.search : '');
  await showMessage(place);
  if (place !== getPlace()) return;
  cover();
  if (before && isNarrow.matches && (place.number !== before.number || place.message !== before.message)) focusTop(place);
}

/** Opens the conversation, and beside it the details of a message if one is chosen. @param {Place} place */
async function showMessage(place) {
  // Without a message nothing is awaited here, and the details close at once.
  const { message, trouble } = place.message ? await readMessage(place.message) : { message: null, trouble: '' };
  if (place !== getPlace()) return;
  if (place.message && !message && !trouble) {
    const gone = 'The emulator no longer keeps the message of this link.';
    say(gone);
    goTo({ message: '' }, { replaces: true });
    return showNotice(gone);
  }

  const number = message?.to ?? (place.number || (isNarrow.matches ? '' : getThreadNumber()));
  failedId = trouble ? place.message : '';
  if (message) showDetails(message);
  else if (trouble) showReadError(trouble, retryMessage);
  else closeDetails();
  document.body.dataset.details = place.message ? 'open' : '';
  openThread(number, place.message);
  markConversation(number);
  markMessage(place.message);
}

/** @param {string} id @returns {Promise<{ message: Message | null, trouble: string }>} */
async function readMessage(id) {
  try {
    return { message: await findMessage(id), trouble: '' };
  } catch (error) {
    return { message: null, trouble: /** @type {Error} */ (error).message };
  }
}

/** Reads the message of the address again if it could not be read. */
export function retryMessage() {
  if (failedId && failedId === getPlace().message) show(getPlace(), getPlace());
}

/** Shows a sentence above the list until the page goes to another place. @param {string} sentence */
function showNotice(sentence) {
  byId('notice').textContent = sentence;
  byId('notice').hidden = sentence === '';
}

/** On a phone, the part that was opened last covers the others, which the keyboard then cannot reach. */
export function cover() {
  const { number, message } = getPlace();
  const top = document.body.dataset.details ? 'pane' : number || message ? 'thread' : 'inbox';
  document.body.dataset.top = top;
  // An empty list has the code for the first message below it.
  const reachable = isDrawerOpen() ? [] : top === 'inbox' ? ['bar', 'inbox', 'thread'] : [top];
  for (const part of ['bar', 'inbox', 'thread', 'pane']) byId(part).inert = isNarrow.matches && !reachable.includes(part);
}

/** @param {Place} place */
function focusTop({ number, message }) {
  if (document.body.dataset.details) byId('details-title').focus();
  else if (number || message) byId('thread-title').focus();
  else (opener?.isConnected ? opener : search).focus();
}

/** Fills the room beside the list with the first conversation, until another is chosen. @param {Conversation[]} conversations */
export function fillThread([first]) {
  const { number, message, view, search: wanted } = getPlace();
  if (number || message || isNarrow.matches || view !== 'conversations') return;
  if (!first && !wanted) openThread('', '');
  else if (first && !getThreadNumber()) openThread(first.phone_number, '');
  markConversation(getThreadNumber());
}
