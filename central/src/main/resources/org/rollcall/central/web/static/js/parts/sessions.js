// All sessions of a machine, the active one first, each with what may be done to it.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { ago, when } from '../core/format.js';
import { isOn } from '../core/board.js';
import { may } from '../core/me.js';
import { personHref, personName } from '../core/names.js';
import { secondsSince } from '../core/time.js';
import { mark } from './marks.js';
import { startOrder } from './order.js';

const orders = ['message', 'disconnect', 'logoff'];

function markOf(session) {
  if (session.state !== 'active') {
    return 'left';
  }
  return session.locked ? 'locked' : session.idleSince ? 'idle' : 'in-use';
}

const stateOf = (session) => {
  const condition = markOf(session);
  return session.idleSince && condition !== 'left'
    ? t(`state.${condition}`, { for: ago(secondsSince(session.idleSince)) })
    : t(`condition.${condition}`);
};

const buttons = (machine, session) => orders.filter((command) => isOn(machine) && may(command, machine.room)).map((command) =>
  html`<button type="button" class="quiet small" @click=${() => startOrder(command, { machines: [machine.account] },
    { session: session.id })}>${t(`order.${command}`)}…</button>`);

const line = (machine, session) => html`<li class=${session.staff ? 'staff-line' : ''}>
  ${mark(markOf(session))}
  <span class="session-who"><a class="plain ${session.staff ? 'staff' : ''}" data-arrow href=${personHref(session.user)}><bdi>${personName(session)}</bdi></a>
    <bdi class="dim">${session.domain ? `${session.domain}\\` : ''}${session.user}</bdi></span>
  <span>${t('since', { at: when(session.since) })} <span class="dim">${ago(secondsSince(session.since))}</span></span>
  <span class="dim">${stateOf(session)} · ${t(`kind.${session.kind}`)}${session.client ? html` · <bdi>${session.client}</bdi>` : nothing}</span>
  <span class="session-do">${buttons(machine, session)}</span></li>`;

export function sessionsOf(machine) {
  const sessions = machine.sessions ?? [];
  return sessions.length === 0 ? nothing : html`<section class="card"><h2>${t('machine.sessions')}</h2>
    <ul class="sessions" data-arrows>${sessions.map((session) => line(machine, session))}</ul>
    ${machine.more ? html`<p class="dim">${t('others', { n: machine.more })}</p>` : nothing}</section>`;
}
