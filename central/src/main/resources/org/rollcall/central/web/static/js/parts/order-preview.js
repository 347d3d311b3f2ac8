// Whom an order would hit, by name, before it is given.
import { html, nothing } from '../core/lit.js';
import { t, typeset } from '../core/language.js';
import { allMachines, isOn } from '../core/board.js';
import { mark } from './marks.js';

const machineLine = (machine) => html`<li>${mark(machine.condition)}<b><bdi>${machine.name}</bdi></b>
  ${machine.people.map((person) => html`<bdi class=${person.staff ? 'staff' : ''}>${person.fullName ?? person.user}</bdi>`)}</li>`;

const skippedLine = (machine) => html`<li class="dim"><b><bdi>${machine.name}</bdi></b> <bdi>${typeset(machine.sentence)}</bdi></li>`;

const byPeople = (machines) => [...machines].sort((a, b) => b.people.length - a.people.length);

/** Whom waking is for, from the board: whoever is on needs none. */
export function sleepers(whom) {
  const all = allMachines().filter((machine) => (whom.machines ? whom.machines.includes(machine.account) : machine.room === whom.room));
  return { people: 0, machines: all.filter((machine) => !isOn(machine)).map((machine) => ({ ...machine, people: [] })) };
}

/** Whom an order of accounts is for, from the board, with whoever is there. */
export function asTheyAre(whom) {
  const machines = allMachines().filter((machine) => whom.machines.includes(machine.account))
    .map((machine) => ({ ...machine, people: machine.sessions ?? [] }));
  return { people: machines.reduce((sum, machine) => sum + machine.people.length, 0), machines };
}

export const hits = (preview) => html`
  <p class="hits">${t('hits.people', { n: preview.people ?? 0 })} ${t('hits.machines', { n: preview.machines.length })}</p>
  <ul class="hit-list" tabindex="0" aria-label=${t('hits.label')}>
    ${byPeople(preview.machines.map((machine) => ({ ...machine, people: machine.people ?? [] }))).map(machineLine)}
    ${preview.skipped?.length ? html`<li class="hit-head">${t('hits.skipped', { n: preview.skipped.length })}</li>` : nothing}
    ${(preview.skipped ?? []).map(skippedLine)}
  </ul>`;
