// One room of the park: how full, today's curve, and who sits there.
import { guard, html, nothing } from '../core/lit.js';
import { language, t } from '../core/language.js';
import { percent, when } from '../core/format.js';
import { isInUse, machinesOf } from '../core/board.js';
import { firstSession, personName, roomHref, shortName } from '../core/names.js';
import { minute } from '../core/time.js';
import { bar } from './bar.js';
import { curve } from './curve.js';
import { mark } from './marks.js';
import { stateText } from './state.js';
import { applicantsOf } from './waiting-count.js';

const rest = ['free', 'off', 'unknown'];

const title = (machine) => {
  const session = firstSession(machine);
  return [machine.name, session && personName(session), session?.group, stateText(machine)].filter(Boolean).join(' · ');
};

function place(machine) {
  const session = firstSession(machine);
  return html`<li class="seat ${machine.condition}" title=${title(machine)}>${mark(machine.condition)}<span class="seat-name">${shortName(machine)}</span>
    <bdi class="seat-person ${session?.staff ? 'staff' : ''}">${session ? personName(session) : stateText(machine)}</bdi></li>`;
}

function counts(machines) {
  const parts = rest.map((condition) => [condition, machines.filter((machine) => machine.condition === condition).length])
    .filter(([, n]) => n > 0);
  return html`<p class="rest">${parts.map(([condition, n]) => html`<span>${mark(condition)} ${t(`count.${condition}`, { n })}</span>`)}</p>`;
}

const names = (machines) => html`
  <ul class="seats">${machines.filter((machine) => !rest.includes(machine.condition)).map(place)}</ul>${counts(machines)}`;

const marks = (machines) => html`<p class="mark-field" aria-hidden="true">${machines.map((machine) =>
  html`<span title=${title(machine)} class=${isInUse(machine) && firstSession(machine)?.staff ? 'staff' : ''}>${mark(machine.condition)}</span>`)}</p>`;

function warnings(room, machines) {
  if (room.outage) {
    return html`<span class="tile-warning">${mark('lost')} ${t('room.outage', { at: when(room.outage) })}</span>`;
  }
  const asking = applicantsOf(room.name);
  const changed = machines.filter((machine) => machine.hardwareChanged).length;
  return html`${room.lost ? html`<span class="tile-warning" title=${t('count.lost', { n: room.lost })}>${mark('lost')} ${room.lost}</span>` : nothing}
    ${changed ? html`<span class="tile-warning" title=${t('count.changed', { n: changed })}>⚠ ${changed}</span>` : nothing}
    ${asking ? html`<span class="tile-warning" title=${t('count.asking', { n: asking })}>+ ${asking}</span>` : nothing}`;
}

/** @param how `names` or `marks` */
export function tile(room, occupancy, how) {
  const name = room.name || t('room.none');
  return guard([room, occupancy, how, applicantsOf(room.name), language(), minute()], () => {
    const machines = machinesOf(room);
    return html`<article class="tile ${room.lost || room.outage ? 'warned' : ''}">
      <a class="plain tile-link" href=${roomHref(room.name)} data-arrow
        aria-label=${t('tile.label', { room: name, n: room.inUse, total: room.total })}>
        <h2>${name} ${warnings(room, machines)}</h2>
        <p class="tile-count"><b>${room.inUse}</b> / ${room.total}<span class="tile-percent">${percent(room.inUse, room.total)}</span></p>
        ${bar(room.inUse, room.total)}
        ${curve(occupancy)}
      </a>
      ${how === 'names' ? names(machines) : marks(machines)}
    </article>`;
  });
}
