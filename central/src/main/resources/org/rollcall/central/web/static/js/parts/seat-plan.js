// A room seen from above: each machine at its seat, doors where they are.
import { guard, html, nothing, repeat } from '../core/lit.js';
import { language, t } from '../core/language.js';
import { minute } from '../core/time.js';
import { firstSession, machineHref, personName, shortName } from '../core/names.js';
import { styled } from '../core/styled.js';
import { mark } from './marks.js';
import { shortState, stateText } from './state.js';

const spoken = (machine) => {
  const session = firstSession(machine);
  return [machine.name, session && personName(session), stateText(machine)].filter(Boolean).join(', ');
};

const seat = (machine, ticked) => guard([machine, ticked, language(), minute()], () => {
  const session = firstSession(machine);
  return html`<a class="plain place ${machine.condition} ${session?.staff ? 'staff' : ''} ${ticked ? 'ticked' : ''}" data-arrow
    href=${machineHref(machine)} aria-label=${spoken(machine)} title=${spoken(machine)}
    ${styled({ 'grid-row': machine.row, 'grid-column': machine.column })}>
    <span class="place-head">${mark(machine.condition)}<b>${machine.label ?? shortName(machine)}</b></span>
    <bdi class="place-person">${session ? personName(session) : nothing}</bdi>
    <span class="place-state">${shortState(machine)}</span></a>`;
});

// Aisles and doors are narrower than seats.
const widths = (columns, seated) => Array.from({ length: columns }, (_, at) =>
  (seated.some((machine) => machine.column === at + 1) ? 'minmax(4.1rem, 1fr)' : 'minmax(2.3rem, 0.3fr)')).join(' ');

export function seatPlan(room, machines, ticked) {
  const seated = machines.filter((machine) => machine.row && machine.column);
  return html`<section class="plan" aria-label=${t('room.plan')} data-arrows>
    <p class="board-side">${t('room.front')}</p>
    <div class="places" ${styled({
      'grid-template-columns': widths(room.plan.columns, seated), '--rows': room.plan.rows })}>
      ${repeat(room.plan.doors ?? [], (door) => `${door.row} ${door.column}`, (door) => html`<span class="door"
        ${styled({ 'grid-row': door.row, 'grid-column': door.column })}>${t('room.door')}</span>`)}
      ${repeat(seated, (machine) => machine.jid, (machine) => seat(machine, ticked.has(machine.account)))}
    </div>
    ${seated.length < machines.length ? html`<p class="dim">${t('room.unseated', { n: machines.length - seated.length })}</p>` : nothing}
  </section>`;
}
