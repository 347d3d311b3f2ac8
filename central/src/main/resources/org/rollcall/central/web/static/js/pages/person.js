// One person: where now, the usual places, the recent sessions; for an administrator also export and erasure.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { ago, when } from '../core/format.js';
import { get } from '../core/api.js';
import { asked } from '../core/asked.js';
import { allMachines } from '../core/board.js';
import { machineHref, roomHref } from '../core/names.js';
import { secondsSince } from '../core/time.js';
import { eraseButton } from '../parts/erase.js';
import { historyList } from '../parts/history-list.js';
import { copyButton, list } from '../parts/list.js';
import { mark } from '../parts/marks.js';

/** From the board, so that it is live. */
const nowOf = (login) => allMachines().flatMap((machine) => (machine.sessions ?? [])
  .filter((session) => session.user.toLowerCase() === login.toLowerCase()).map((session) => ({ machine, session })));

const here = ({ machine, session }) => html`<p class="doing">${mark(session.state === 'active' ? machine.condition : 'left')}
    <a href=${machineHref(machine)}><bdi>${machine.name}</bdi></a></p>
  <p class="doing-more">${machine.room ? html`<a href=${roomHref(machine.room)}>${machine.room}</a> · ` : nothing}
    ${session.state === 'active' ? t(`condition.${machine.condition}`) : t('condition.left')} · ${t('since', { at: when(session.since) })}
    (${ago(secondsSince(session.since))})</p>`;

const nowhere = (recent) => html`<p class="doing dim">${t('person.nowhere')}</p>
  ${recent?.[0] ? html`<p class="doing-more">${t('person.last', { machine: recent[0].name, at: when(recent[0].logoff ?? recent[0].logon) })}</p>` : nothing}`;

const places = (found) => html`<section class="card"><h2>${t('person.places')}</h2>
  <ul class="usual" data-arrows>${found.map((place) => html`<li><a data-arrow href=${machineHref(place)}><bdi>${place.name}</bdi></a>
    <span>${t('person.times', { n: place.sessions })}</span><span class="dim">${when(place.last)}</span></li>`)}</ul></section>`;

export function open([login]) {
  const found = asked();
  const read = () => found.ask((signal) => get(`/api/people/${encodeURIComponent(login)}`, {}, signal));
  read();
  return {
    title: () => found.value?.fullName ?? login,
    close: () => found.close(),
    view() {
      const person = found.value;
      const current = nowOf(login);
      if (!person && found.wrong && current.length === 0) {
        return html`<h1><bdi>${login}</bdi></h1><p class="dim">${found.wrong}</p>`;
      }
      const recent = historyList(person?.recent ?? [], { sort: '-logon', person: false });
      return html`<div class="page-head"><h1 class=${person?.staff ? 'staff' : ''}><bdi>${person?.fullName ?? login}</bdi></h1>
          <span class="dim"><bdi>${login}</bdi>${person?.group ? html` · <bdi>${person.group}</bdi>` : nothing}</span>
          ${person?.mayErase ? eraseButton(login, read) : nothing}</div>
        <div class="person-page">
          <section class="card now">${current.length ? current.map(here) : person ? nowhere(person.recent) : nothing}</section>
          ${person?.places?.length ? places(person.places) : nothing}
        </div>
        ${person ? html`<div class="tools"><h2>${t('person.recent')}</h2>${copyButton(recent)}
          <a href="/history?user=${encodeURIComponent(login)}">${t('nav.history')}</a></div>${list(recent)}` : nothing}`;
    },
  };
}
