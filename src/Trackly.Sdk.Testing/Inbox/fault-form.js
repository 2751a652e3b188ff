// @ts-check
// One form for all kinds of faults: choose a kind, fill it in, choose the requests, switch it on.

import { post } from './api.js';
import { byId, make, say } from './dom.js';
import { KINDS } from './fault-words.js';

const FIELDS = {
  status: { label: 'Status', type: 'number', min: '200', max: '599', required: true, className: 'short' },
  error: { label: 'Error', type: 'text' },
  code: { label: 'Code', type: 'text', placeholder: 'none' },
  retry_after_seconds: { label: 'Retry-After (s)', type: 'number', min: '0', placeholder: 'none', className: 'short' },
  delay_ms: { label: 'Milliseconds', type: 'number', min: '0', required: true, className: 'short' },
};

const form = /** @type {HTMLFormElement} */ (byId('fault-form'));
const fields = byId('fault-fields');
const trouble = byId('fault-trouble');
const recipient = /** @type {HTMLInputElement} */ (byId('to'));
const times = /** @type {HTMLInputElement} */ (byId('times'));

let [chosen] = KINDS;

/** @param {() => void} onAdded */
export function startFaultForm(onAdded) {
  byId('kinds').append(...KINDS.map(kindChoice));
  showFields();
  form.addEventListener('submit', event => {
    event.preventDefault();
    switchOn(onAdded);
  });
}

/** @param {string} number */
export function setRecipient(number) {
  recipient.value = number;
}

/** @param {typeof KINDS[number]} kind */
function kindChoice(kind) {
  const choose = () => {
    chosen = kind;
    showFields();
  };
  return make('label', { className: 'kind' }, make('input', { type: 'radio', name: 'kind', value: kind.kind, checked: kind === chosen, onchange: choose, ariaLabel: kind.name }),
    make('span', {}, make('b', {}, kind.name), make('span', { className: 'muted small' }, kind.says)));
}

function showFields() {
  trouble.hidden = true;
  fields.replaceChildren(...Object.entries(chosen.values).map(([name, value]) => {
    const { label, className = '', ...properties } = /** @type {any} */ (FIELDS)[name];
    return make('label', { className }, label, make('input', { name, autocomplete: 'off', value, ...properties }));
  }));
  fields.hidden = fields.childElementCount === 0;
}

/** @param {() => void} onAdded */
async function switchOn(onAdded) {
  /** @param {HTMLInputElement} input */
  const valueOf = input => input.value.trim() === '' ? null : input.type === 'number' ? input.valueAsNumber : input.value.trim();
  /** @type {Record<string, any>} */
  const fault = { kind: chosen.kind, times: valueOf(times), to: valueOf(recipient) };
  for (const input of fields.querySelectorAll('input')) if (valueOf(input) !== null) fault[input.name] = valueOf(input);
  trouble.hidden = true;
  try {
    await post('faults', fault);
    say(`Switched on: ${chosen.name}`);
    onAdded();
  } catch (refusal) {
    trouble.textContent = /** @type {Error} */ (refusal).message;
    trouble.hidden = false;
  }
}
