// @ts-check
// The inbox of the emulator: connects the parts of the page. The content of a message or a fault is untrusted: it is inserted into the page as text
// (textContent, append of strings), never as markup, address or style.

/** @import { View } from './types' */

import { VIEWS } from './address.js';
import { ask } from './api.js';
import { announceArrival, forgetUnseen } from './arrivals.js';
import { onContactEvent, setLists, startContacts } from './contacts.js';
import { refreshConversations, startConversations } from './conversations.js';
import { onDetailsActivity, startDetails } from './details.js';
import { byId, say } from './dom.js';
import { listen } from './events.js';
import { loadFaults, onFaults, openDrawer, startFaults } from './faults.js';
import { listenToKeys } from './keys.js';
import { copyButton } from './listing.js';
import { catchUp, flush, onMessage, onMessagesCleared, onStatus, setMaxMessages, startMessages } from './messages.js';
import { getPlace, goTo } from './navigation.js';
import { cover, fillThread, goBack, openMessage, openNumber, retryMessage, startPlaces } from './places.js';
import { loadRefused, onRequest, startRefused } from './refused.js';
import { getApi, loadState, startState } from './server-state.js';
import { getThreadNumber, onActivity, openThread, startThread } from './thread.js';
import { forgetTroubles, watch } from './troubles.js';
import { redrawTimes } from './words.js';

const search = /** @type {HTMLInputElement} */ (byId('search'));
const dialog = /** @type {HTMLDialogElement} */ (byId('confirm-clear'));

// ---- Events ----

/** @type {{ [name: string]: (data: any) => void }} */
const handlers = {
  open() {
    showConnection('live', 'Live');
    forgetTroubles();
    readAgain();
    loadState();
    loadFaults();
  },
  error: () => showConnection('lost', 'Not connected'),
  message(data) {
    onMessage(data);
    announceArrival(data.to);
    loadState();
  },
  cleared() {
    openThread('', '');
    goTo({ message: '', number: '' }, { replaces: true });
    onMessagesCleared();
    readAgain();
    loadState();
  },
  status: onStatus,
  request(data) {
    onRequest(data);
    loadState();
  },
  missed: readAgain,
  faults(data) {
    onFaults(data.faults);
    loadState();
  },
};

function readAgain() {
  retryMessage();
  catchUp();
  loadRefused();
  onActivity(null);
  onDetailsActivity(null);
}

/** @param {string} name @param {any} data */
function onEvent(name, data) {
  handlers[name]?.(data);
  if (name === 'error' || name === 'faults') return;
  refreshConversations();
  if (data && name !== 'cleared') {
    onActivity(data);
    onDetailsActivity(data);
  }
  if (name !== 'message' && name !== 'status' && name !== 'webhook') onContactEvent(name, data);
}

/** @param {'live' | 'lost'} state @param {string} text */
function showConnection(state, text) {
  byId('connection').dataset.state = state;
  byId('connection').textContent = text;
  byId('lost').hidden = state !== 'lost';
}

// ---- Controls ----

let typing = 0;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => searchFor(search.value.trim()), 200);
});

/** @param {string} wanted */
function searchFor(wanted) {
  if (wanted === getPlace().search) return;
  goTo({ search: wanted }, { replaces: true });
  byId('list').scrollTo(0, 0);
}

async function deleteAll() {
  dialog.close();
  const result = await watch('The messages were not deleted', ask('conversations', { method: 'DELETE' }));
  say(result === undefined ? 'The messages were not deleted' : 'All messages deleted');
}

/** @param {View} view */
function openView(view) {
  goTo({ view, message: '', number: getPlace().number });
  if (view === 'refused') say(byId('refused-count').textContent ? `${byId('refused-count').textContent} refused` : 'No request was refused');
}

function atMidnight() {
  const now = new Date();
  setTimeout(() => { redrawTimes(); atMidnight(); }, new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime() + 1000);
}

for (const view of VIEWS) byId(`view-${view}`).addEventListener('click', () => openView(view));
byId('close-thread').addEventListener('click', goBack);
byId('fault-for-number').addEventListener('click', () => openDrawer(getThreadNumber()));
byId('copy-thread-link').append(copyButton('Copy link', () => `${location.origin}/#/c/${getThreadNumber()}`, 'Copy link to this conversation'));
byId('ask-clear').addEventListener('click', () => dialog.showModal());
byId('keep').addEventListener('click', () => dialog.close());
byId('clear').addEventListener('click', deleteAll);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  forgetUnseen();
  redrawTimes();
  refreshConversations();
  flush();
});

startState(state => {
  setMaxMessages(state.max_messages);
  setLists(state.accounts);
});
startConversations(openNumber, fillThread);
startMessages(openMessage);
startRefused(openNumber);
startContacts(openNumber);
startThread(openMessage);
startDetails(getApi, goBack);
startFaults(cover);
listenToKeys({ clearSearch: () => searchFor(''), goBack });
startPlaces();
atMidnight();
listen(onEvent);
