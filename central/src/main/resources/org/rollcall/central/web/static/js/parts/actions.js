// The actions that the viewer may use: for the ticked machines, else for the whole room, or for one machine.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { isOn } from '../core/board.js';
import { may } from '../core/me.js';
import { startOrder } from './order.js';

const orders = ['message', 'logoff', 'wake', 'restart', 'shutdown', 'cancel'];

/** @param ticked asks for the ticked accounts when it matters, at the click; none: the whole room */
export function actionBar({ room, ticked, clear }) {
  const possible = orders.filter((command) => may(command, room.name));
  if (possible.length === 0) {
    return nothing;
  }
  const chosen = ticked();
  const whom = () => (ticked().length ? { machines: ticked() } : { room: room.name });
  return html`<div class="actions" role="group" aria-label=${t('actions')}>
    <span class="actions-whom">${chosen.length ? t('actions.ticked', { n: chosen.length }) : t('actions.room')}</span>
    ${chosen.length ? html`<button type="button" class="link" @click=${clear}>${t('select.none')}</button>` : nothing}
    ${buttons(possible, whom)}
  </div>`;
}

const buttons = (possible, whom, css = '') => possible.map((command) =>
  html`<button type="button" class=${css} @click=${() => startOrder(command, whom())}>${t(`order.${command}`)}…</button>`);

// What concerns the account on the XMPP server rather than the PC: apart, and for administrators.
const ofAccount = (machine) => ['renew-password', 'withdraw'].filter((command) => may(command, machine.room)
  && (command !== 'renew-password' || isOn(machine)));

/** The machine's account: a new password, or its end. */
export function accountActions(machine) {
  const possible = ofAccount(machine);
  return possible.length === 0 ? nothing : html`<p class="card-do" role="group" aria-label=${t('actions.account')}>
    ${buttons(possible, () => ({ machines: [machine.account] }), 'small')}</p>`;
}

export function machineActions(machine) {
  const possible = orders.filter((command) => may(command, machine.room) && (command === 'wake') !== isOn(machine));
  return possible.length === 0 ? nothing : html`<div class="actions" role="group" aria-label=${t('actions')}>
    ${buttons(possible, () => ({ machines: [machine.account] }))}</div>`;
}
