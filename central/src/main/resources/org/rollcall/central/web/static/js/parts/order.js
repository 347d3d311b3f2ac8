// An order from its button to its results: what it needs, whom it would hit, yes or no, then a result a machine.
import { html, nothing } from '../core/lit.js';
import { knows, t } from '../core/language.js';
import { post, postLines } from '../core/api.js';
import { redraw } from '../core/redraw.js';
import { closeDialog, openDialog } from './dialog.js';
import { fields } from './order-fields.js';
import { asTheyAre, hits, sleepers } from './order-preview.js';
import { results } from './order-results.js';

/**
 * @param whom {machines: [account…]} or {room}
 * @param given arguments that are already certain; session: the one session that is meant
 */
export function startOrder(command, whom, given = {}) {
  const state = { command, whom, phase: 'preview', preview: null, wrong: '', outcomes: [], stop: new AbortController() };
  openDialog(() => view(state, given), { onClose: () => state.stop.abort() });
  look(state, given);
}

// Only those with people are asked to log people off or to show them a text.
const forPeople = ['message', 'logoff', 'disconnect'];

// Of their accounts on the XMPP server; the machine itself need not be there.
const ofAccounts = ['renew-password', 'withdraw'];

// Orders that are not sent to the machines by way of /api/ask.
const routes = { wake: '/api/wake', 'renew-password': '/api/renew-password', withdraw: '/api/withdraw' };

async function look(state, given) {
  try {
    const preview = state.command === 'wake' ? sleepers(state.whom)
      : ofAccounts.includes(state.command) ? asTheyAre(state.whom)
      : await post('/api/ask/preview', { ...state.whom, command: state.command, arguments: given }, state.stop.signal);
    state.preview = forPeople.includes(state.command) ? onlyPeople(preview, given.session) : preview;
    state.phase = 'confirm';
  } catch (failure) {
    fail(state, failure);
  }
  redraw();
}

// Machines without people are left out; one session of them all when it is given.
function onlyPeople(preview, session) {
  const machines = preview.machines
    .map((machine) => ({ ...machine, people: machine.people.filter((person) => session === undefined || person.session === session) }))
    .filter((machine) => machine.people.length);
  return { ...preview, machines, people: machines.reduce((sum, machine) => sum + machine.people.length, 0) };
}

// The very sessions that the person has been shown: whoever logs on meanwhile is not meant.
const sessionsOf = (machines) => Object.fromEntries(machines.map((machine) =>
  [machine.account, machine.people.map((person) => ({ id: person.session, user: person.user }))]));

function fail(state, failure) {
  if (failure.name !== 'AbortError') {
    state.wrong = failure.message;
    state.phase = state.phase === 'running' ? 'done' : state.phase;
  }
}

async function run(event, state, given) {
  event.preventDefault();
  const form = new FormData(event.target);
  const typed = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  const machines = state.preview.machines.map((machine) => machine.account);
  state.phase = 'running';
  redraw();
  const route = routes[state.command];
  const people = forPeople.includes(state.command);
  const body = route ? { machines } : {
    machines, command: state.command, order: true,
    ...(people ? { arguments: typed, sessions: sessionsOf(state.preview.machines) } : { arguments: { ...typed, ...given } }),
  };
  try {
    await postLines(route ?? '/api/ask', body, (line) => {
      if (line.type === 'outcome') {
        state.outcomes.push(line);
        redraw();
      }
    }, state.stop.signal);
    state.phase = 'done';
  } catch (failure) {
    fail(state, failure);
  }
  redraw();
}

const dangerous = ['logoff', 'restart', 'shutdown', 'kill', 'withdraw'];

function confirm(state, given) {
  const { preview, command } = state;
  const none = preview.machines.length === 0;
  return html`<form @submit=${(event) => run(event, state, given)}>
    ${fields(command)}
    ${knows(`order.${command}.what`) ? html`<p class="order-what">${t(`order.${command}.what`)}</p>` : nothing}
    ${hits(preview)}
    <div class="dialog-foot">
      <button type="button" class="quiet" @click=${closeDialog}>${t('cancel')}</button>
      <button class=${dangerous.includes(command) ? 'danger' : 'main'} ?disabled=${none} ?autofocus=${command !== 'message'}>${
        t(preview.people ? `confirm.${command}.people` : `confirm.${command}`, { n: preview.people ?? 0, machines: preview.machines.length })}</button>
    </div>
  </form>`;
}

function view(state, given) {
  const waiting = state.phase === 'preview' && !state.wrong;
  return html`<h2 id="dialog-title">${t(`order.${state.command}`)}</h2>
    ${waiting ? html`<p class="dim">${t('loading')}</p>` : nothing}
    ${state.phase === 'confirm' ? confirm(state, given) : nothing}
    ${state.phase === 'running' || state.phase === 'done' ? results(state) : nothing}
    ${state.wrong ? html`<p class="wrong" role="alert">${state.wrong}</p>` : nothing}
    ${state.phase === 'confirm' ? nothing : html`<div class="dialog-foot">
      <button type="button" class=${state.phase === 'done' ? 'main' : 'quiet'} autofocus @click=${closeDialog}>${
        t(state.phase === 'running' ? 'stop' : 'close')}</button></div>`}`;
}
