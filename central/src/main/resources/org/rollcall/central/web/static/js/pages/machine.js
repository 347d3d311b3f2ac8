// One machine: what it is doing now, its sessions and processes, its sheet, its last days, and what may be done.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { ago, when } from '../core/format.js';
import { get } from '../core/api.js';
import { asked } from '../core/asked.js';
import { boardKnown, isOn, machineByAccount } from '../core/board.js';
import { may } from '../core/me.js';
import { firstSession, personHref, personName, roomHref } from '../core/names.js';
import { secondsSince } from '../core/time.js';
import { accountActions, machineActions } from '../parts/actions.js';
import { mark } from '../parts/marks.js';
import { remarks, stateText } from '../parts/state.js';
import { sessionsOf } from '../parts/sessions.js';
import { silence } from '../parts/silence.js';
import { sheetOf } from '../parts/sheet.js';
import { watchProcesses } from '../parts/processes.js';
import { band } from '../parts/band.js';

const days = 7;

function doing(machine) {
  const session = firstSession(machine);
  if (!session) {
    return html`<p class="doing">${mark(machine.condition)} ${stateText(machine)}</p>
      ${machine.since ? html`<p class="doing-more">${t('since', { at: when(machine.since) })} · ${ago(secondsSince(machine.since))}</p>` : nothing}`;
  }
  return html`<p class="doing">${mark(machine.condition)}
      <a class="plain ${session.staff ? 'staff' : ''}" href=${personHref(session.user)}><bdi>${personName(session)}</bdi></a></p>
    <p class="doing-more">${stateText(machine)} · ${t('since', { at: when(session.since) })}
      (${ago(secondsSince(session.since))})${session.group ? html` · <bdi>${session.group}</bdi>` : nothing} · <bdi>${session.user}</bdi></p>`;
}

const facts = (machine, more) => html`<dl class="facts">
  ${[
    ['column.room', machine.room ? html`<a href=${roomHref(machine.room)}>${machine.room}</a>${machine.seat ? html` · ${machine.seat}` : nothing}` : nothing],
    ['column.address', machine.address],
    ['fact.mac', machine.mac],
    ['fact.boot', when(machine.boot)],
    ['fact.heard', when(more?.machine?.lastHeard ?? machine.lastHeard)],
    ['fact.first-seen', when(more?.firstSeen)],
    ['fact.version', machine.version],
    ['fact.jid', machine.jid],
  ].filter(([, value]) => value && value !== nothing).map(([key, value]) => html`<dt>${t(key)}</dt><dd><bdi>${value}</bdi></dd>`)}
</dl>`;

// Withdrawn, taken out of the rooms, or never there; its history may be.
const gone = (account) => html`<div class="page-head"><h1><bdi>${account}</bdi></h1></div>
  <p>${t('machine.gone')}</p>
  <p><a href="/history?machine=${encodeURIComponent(account)}">${t('nav.history')}</a> · <a href="/">${t('nav.park')}</a></p>`;

export function open([account]) {
  const more = asked();
  const past = asked();
  const processes = watchProcesses(account);
  const from = new Date(Date.now() - days * 86400e3);
  from.setHours(0, 0, 0, 0);
  more.ask((signal) => get(`/api/machines/${encodeURIComponent(account)}`, {}, signal));
  past.ask((signal) => get('/api/history', { machine: account, from: from.toISOString(), most: 500 }, signal));
  const sheet = sheetOf(account, more);

  return {
    title: () => machineByAccount(account)?.name ?? account,
    close: () => [more, past, processes, sheet].forEach((part) => part.close()),
    view() {
      const machine = machineByAccount(account);
      if (!machine) {
        return boardKnown() ? gone(account) : nothing;
      }
      return html`<div class="page-head"><h1><bdi>${machine.name}</bdi></h1>
          ${machine.label ? html`<span class="dim"><bdi>${machine.label}</bdi></span>` : nothing}
          ${machine.simulated ? html`<span class="tag">${t('simulated')}</span>` : nothing}
          ${remarks(machine).map((text) => html`<span class="badge">⚠ ${text}</span>`)}
          ${machineActions(machine)}</div>
        <div class="machine">
          <div class="machine-main">
            <section class="card now ${machine.condition}" aria-label=${t('machine.now')}>${doing(machine)}</section>
            ${isOn(machine) && !machine.unconfirmed ? nothing : silence(machine)}
            ${sessionsOf(machine)}
            ${isOn(machine) && may('processes', machine.room) ? processes.view(machine) : nothing}
          </div>
          <div class="machine-side">
            <section class="card"><h2>${t('machine.days', { n: days })}</h2>${band(past.value?.rows ?? [], from)}
              <a href="/history?machine=${encodeURIComponent(account)}">${t('nav.history')}</a></section>
            <section class="card"><h2>${t('machine.facts')}</h2>${facts(machine, more.value)}
              ${accountActions(machine)}</section>
            ${sheet.view(machine)}
          </div>
        </div>`;
    },
  };
}
