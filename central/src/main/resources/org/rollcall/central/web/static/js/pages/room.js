// One room: who sits where, as a list and as a seat plan, and what may be done there.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { percent, when } from '../core/format.js';
import { boardKnown, isInUse, machinesOf, room as roomNamed } from '../core/board.js';
import { query, setQuery } from '../core/router.js';
import { stored } from '../core/stored.js';
import { actionBar } from '../parts/actions.js';
import { copyButton, filterField, list } from '../parts/list.js';
import { roomList } from '../parts/room-list.js';
import { seatPlan } from '../parts/seat-plan.js';
import { selection } from '../parts/selection.js';
import { legend, mark } from '../parts/marks.js';

const phone = matchMedia('(max-width: 640px)');
const choice = stored('room.occupied');

/** Whoever is there, was left there, or is lost with people on it. */
const hasPeople = (machine) => (machine.sessions ?? []).length > 0 || isInUse(machine);

function occupiedOnly() {
  const wanted = query().get('occupied') ?? choice.get();
  return wanted === null ? phone.matches : wanted === 'yes';
}

function chooseOccupied(event) {
  const word = event.target.checked ? 'yes' : 'no';
  choice.set(word);
  setQuery({ occupied: word });
}

const heading = (room, name) => html`<div class="page-head">
  <h1>${t('room.heading', { room: name, n: room.inUse, total: room.total, percent: percent(room.inUse, room.total) })}</h1>
  ${room.lost && !room.outage ? html`<span class="badge">${mark('lost')} ${t('room.lost', { n: room.lost })}</span>` : nothing}
  <a class="button quiet-link" href="/wall/${encodeURIComponent(room.name)}">${t('room.wall')}</a>
  <a class="button quiet-link" href="/history?room=${encodeURIComponent(room.name)}">${t('nav.history')}</a>
</div>
${room.outage ? html`<p class="notice bad">${t('room.outage.long', { room: name, at: when(room.outage) })}</p>` : nothing}`;

export function open([name]) {
  const ticked = selection();
  return {
    title: () => name || t('room.none'),
    view() {
      const room = roomNamed(name);
      if (!room) {
        return boardKnown() ? html`<h1>${name}</h1><p class="dim">${t('room.missing')} <a href="/">${t('nav.park')}</a></p>` : nothing;
      }
      const machines = machinesOf(room);
      const rows = occupiedOnly() ? machines.filter(hasPeople) : machines;
      const spec = roomList(rows, ticked);
      return html`${heading(room, name || t('room.none'))}
        <div class="tools">
          <label class="check"><input type="checkbox" .checked=${occupiedOnly()} @change=${chooseOccupied}>${t('room.occupied')}</label>
          ${filterField(spec)}${copyButton(spec)}
          ${actionBar({ room, ticked: () => ticked.of(machines.map((machine) => machine.account)), clear: ticked.clear })}
        </div>
        <div class="room ${room.plan ? 'with-plan' : ''}">
          ${list(spec)}
          ${room.plan ? seatPlan(room, machines, ticked) : nothing}
        </div>
        ${legend()}`;
    },
  };
}
