// A room for a screen on the wall: readable at five metres, nothing to press.
import { html, nothing, repeat } from '../core/lit.js';
import { t } from '../core/language.js';
import { clock } from '../core/format.js';
import { machinesOf, room as roomNamed } from '../core/board.js';
import { now } from '../core/time.js';
import { redraw } from '../core/redraw.js';
import { firstSession, personName, shortName } from '../core/names.js';
import { styled } from '../core/styled.js';
import { liveMark } from '../parts/live-mark.js';
import { mark } from '../parts/marks.js';
import { shortState, stateText } from '../parts/state.js';

const shape = 16 / 9;

/** How many columns make the cells as large as they can be on a wide screen. */
const columnsFor = (n) => Math.max(1, Math.ceil(Math.sqrt(n * shape * 0.62)));

const cell = (machine) => {
  const session = firstSession(machine);
  return html`<li class="wall-cell ${machine.condition} ${session?.staff ? 'staff' : ''}">
    <span class="wall-seat">${mark(machine.condition)}${machine.label ?? shortName(machine)}</span>
    <bdi class="wall-person">${session ? personName(session) : nothing}</bdi>
    <span class="wall-state">${['in-use', 'off'].includes(machine.condition) ? shortState(machine) : stateText(machine)}</span></li>`;
};

export function open([name]) {
  const timer = setInterval(redraw, 1000);
  return {
    title: () => name,
    close: () => clearInterval(timer),
    view({ stale }) {
      const room = roomNamed(name);
      if (!room) {
        return html`<main class="wall"><h1>${t('room.missing')}</h1></main>`;
      }
      const machines = machinesOf(room);
      const columns = columnsFor(machines.length);
      return html`<main class="wall ${stale ? 'stale' : ''}" id="main">
        <header class="wall-head"><h1>${name || t('room.none')}</h1>
          <p><b>${room.inUse}</b> / ${room.total}</p>
          ${room.outage ? html`<p class="warn">${t('room.outage', { at: clock(room.outage) })}</p>` : nothing}
          <div class="wall-corner">${liveMark()}<time>${clock(now())}</time></div></header>
        <ul class="wall-cells" ${styled({ '--columns': columns, '--rows': Math.ceil(machines.length / columns) })}>
          ${repeat(machines, (machine) => machine.jid, cell)}</ul>
      </main>`;
    },
  };
}
