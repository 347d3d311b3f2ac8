// Why a machine does not answer, since when, and what to try.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { when } from '../core/format.js';
import { machinesOf, room } from '../core/board.js';
import { may } from '../core/me.js';

function lostToo(machine) {
  const its = room(machine.room ?? '');
  return its ? machinesOf(its).filter((other) => other.condition === 'lost' && other.jid !== machine.jid).length : 0;
}

function reasons(machine) {
  if (machine.unconfirmed) {
    return ['unconfirmed'];
  }
  if (machine.condition === 'lost' && lostToo(machine) > 1) {
    return ['lost', 'lost.many'];
  }
  return [machine.condition];
}

function tries(machine) {
  const wake = machine.condition === 'off' ? [may('wake', machine.room) ? 'wake' : 'switch-on'] : [];
  return [...wake, ...{ lost: ['cable', 'service'], unknown: ['install', 'name', 'waiting'] }[machine.condition] ?? []];
}

export const silence = (machine) => html`<section class="card silence">
  <h2>${t('silence')}</h2>
  ${reasons(machine).map((reason) => html`<p>${t(`silence.${reason}`, { at: when(machine.since), n: lostToo(machine), user: machine.lastUser ?? '' })}</p>`)}
  ${machine.lastHeard ? html`<p class="dim">${t('silence.heard', { at: when(machine.lastHeard) })}</p>` : nothing}
  ${machine.condition === 'off' && machine.lastUser ? html`<p class="dim">${t('silence.last', {
    user: machine.lastUserName ?? machine.lastUser, at: when(machine.lastUserAt) })}</p>` : nothing}
  ${tries(machine).length ? html`<ul class="tries">${tries(machine).map((what) => html`<li>${t(`try.${what}`)}</li>`)}</ul>` : nothing}
</section>`;
