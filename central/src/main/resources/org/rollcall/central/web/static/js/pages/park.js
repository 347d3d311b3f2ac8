// Home: every room at a glance, and who is where without a click.
import { html, nothing, repeat } from '../core/lit.js';
import { t } from '../core/language.js';
import { percent } from '../core/format.js';
import { allMachines, boardKnown, boardRooms, isInUse } from '../core/board.js';
import { query, setQuery } from '../core/router.js';
import { stored } from '../core/stored.js';
import { occupancyOf, watchOccupancy } from '../parts/occupancy.js';
import { legend } from '../parts/marks.js';
import { tile } from '../parts/tile.js';
import { peopleList } from '../parts/people-list.js';
import { copyButton, filterField, list } from '../parts/list.js';
import { compareText, plain } from '../core/names.js';
import { waiting, watchWaiting } from '../parts/waiting-count.js';

/** Beyond so many machines names would make the page too long for a glance. */
const namesUpTo = 600;
const views = ['names', 'marks', 'people'];
const choice = stored('park.view');

function view() {
  const wanted = query().get('view') ?? choice.get();
  return views.includes(wanted) ? wanted : allMachines().length > namesUpTo ? 'marks' : 'names';
}

function choose(name) {
  choice.set(name);
  setQuery({ view: name, sort: null });
}

function ordered(rooms) {
  const by = query().get('order');
  const share = (room) => (room.total ? room.inUse / room.total : 0);
  if (by === 'fullest') {
    return [...rooms].sort((a, b) => share(b) - share(a));
  }
  if (by === 'name') {
    return [...rooms].sort((a, b) => compareText(a.name, b.name));
  }
  return rooms;
}

const filtered = (rooms) => {
  const typed = plain(query().get('filter') ?? '');
  return typed ? rooms.filter((room) => plain(room.name).includes(typed)) : rooms;
};

function summary() {
  const machines = allMachines();
  const used = machines.filter(isInUse).length;
  const lost = machines.filter((machine) => machine.condition === 'lost').length;
  return html`<h1>${t('park.heading', { n: used, total: machines.length, percent: percent(used, machines.length) })}</h1>
    ${lost ? html`<span class="warn">${t('park.lost', { n: lost })}</span>` : nothing}
    ${waiting() ? html`<a class="badge" href="/waiting">${t('park.waiting', { n: waiting() })}</a>` : nothing}`;
}

const tools = (current) => html`<div class="tools">
  <div class="choice" role="group" aria-label=${t('park.view')}>
    ${views.map((name) => html`<button type="button" aria-pressed=${name === current} @click=${() => choose(name)}>${t(`park.view.${name}`)}</button>`)}
  </div>
  ${current === 'people' ? html`${filterField(peopleList())}${copyButton(peopleList())}` : html`
    ${filterField({})}
    <select aria-label=${t('park.order')} @change=${(event) => setQuery({ order: event.target.value })}>
      ${['', 'name', 'fullest'].map((name) => html`<option value=${name} ?selected=${(query().get('order') ?? '') === name}>
        ${t(`park.order.${name || 'building'}`)}</option>`)}
    </select>`}
</div>`;

export function open() {
  const stops = [watchOccupancy(), watchWaiting()];
  return {
    title: () => t('nav.park'),
    close: () => stops.forEach((stop) => stop()),
    view() {
      if (!boardKnown()) {
        return html`<p class="dim">${t('loading')}</p>`;
      }
      const current = view();
      const rooms = ordered(filtered(boardRooms()));
      return html`<div class="page-head">${summary()}${tools(current)}</div>
        ${current === 'people' ? list(peopleList()) : html`
          <div class="tiles ${current}" data-arrows>
            ${repeat(rooms, (room) => room.name, (room) => tile(room, occupancyOf(room.name), current))}
          </div>
          ${rooms.length === 0 ? html`<p class="empty">${t(boardRooms().length ? 'list.filtered' : 'park.empty')}</p>` : nothing}
          ${legend()}`}`;
    },
  };
}
