// @ts-check
// One stream of events for all tabs. A browser opens six connections to a server at most, so a stream for each tab would stop the seventh tab, and
// the requests of the others.

const NAMES = ['message', 'cleared', 'faults', 'status', 'request', 'webhook', 'reply', 'missed'];
const CHANNEL = 'trackly-emulator-events';

/** @typedef {(name: string, data: any) => void} Handler */

/**
 * Calls the handler with each event, with "open" when the stream begins, and with "error" when it breaks.
 * @param {Handler} handle
 */
export function listen(handle) {
  // Browsers have locks only on this machine and over HTTPS.
  if (!navigator.locks || !globalThis.BroadcastChannel) return connect(handle);

  const channel = new BroadcastChannel(CHANNEL);
  const id = crypto.randomUUID();
  let isLeader = false, state = 'error';

  /** @type {Handler} */
  const tell = (name, data) => {
    if (name === 'open' || name === 'error') state = name;
    channel.postMessage({ name, data });
    handle(name, data);
  };
  channel.onmessage = ({ data: { name, data, to } }) => {
    if (name === 'hello') {
      if (isLeader) channel.postMessage({ name: state, to: data });
    } else if (!to || to === id) {
      handle(name, data);
    }
  };
  channel.postMessage({ name: 'hello', data: id });

  // The tab that has the lock listens. When it is closed, another one gets the lock.
  navigator.locks.request(CHANNEL, () => {
    isLeader = true;
    connect(tell);
    return new Promise(() => {});
  });
}

/** @param {Handler} handle */
function connect(handle) {
  const events = new EventSource('/_emulator/events?summary=true');
  events.addEventListener('open', () => handle('open', null));
  for (const name of NAMES) events.addEventListener(name, event => handle(name, JSON.parse(event.data)));
  events.addEventListener('error', () => {
    handle('error', null);
    if (events.readyState === EventSource.CLOSED) setTimeout(() => connect(handle), 2000);
  });
}
