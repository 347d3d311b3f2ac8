// How much the rooms are used: by hour as a heat map, by day as bars, with the figures beside, to put in a report.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { get } from '../core/api.js';
import { asked } from '../core/asked.js';
import { number, stamp } from '../core/format.js';
import { boardRooms } from '../core/board.js';
import { query, setQuery } from '../core/router.js';
import { dayBars } from '../parts/day-bars.js';
import { downloadButton } from '../parts/download-svg.js';
import { figures } from '../parts/usage-figures.js';
import { heatMap } from '../parts/heat-map.js';
import { usageList } from '../parts/usage-list.js';
import { copyButton, list } from '../parts/list.js';

const spans = [7, 28, 90, 365];

const span = () => (spans.includes(Number(query().get('days'))) ? Number(query().get('days')) : 28);

function from(days) {
  const at = new Date();
  at.setHours(0, 0, 0, 0);
  at.setDate(at.getDate() - days + 1);
  return at.toISOString();
}

const section = (id, heading, picture, name) => html`<figure class="card figure" id=${id}>
  <figcaption><h2>${heading}</h2>${downloadButton(id, name)}</figcaption>${picture}</figure>`;

export function open() {
  const found = asked();
  let current = '';

  const wanted = () => ({ days: span(), room: query().get('room') ?? '' });

  function read() {
    const { days, room } = wanted();
    current = JSON.stringify(wanted());
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const values = { from: from(days), to: new Date().toISOString(), zone, room };
    found.ask(async (signal) => {
      const [byHour, byDay, byRoom] = await Promise.all(['hour', 'day', 'room'].map((by) => get('/api/usage', { ...values, by }, signal)));
      return { byHour, byDay, byRoom };
    });
  }

  read();
  const tools = () => html`<div class="tools">
    <div class="choice" role="group" aria-label=${t('usage.span')}>${spans.map((days) => html`<button type="button"
      aria-pressed=${days === span()} @click=${() => setQuery({ days })}>${t('usage.days', { n: days })}</button>`)}</div>
    <select aria-label=${t('column.room')} @change=${(event) => setQuery({ room: event.target.value })}>
      <option value="" ?selected=${!query().get('room')}>${t('usage.all')}</option>
      ${boardRooms().filter((room) => room.name).map((room) => html`<option value=${room.name} ?selected=${query().get('room') === room.name}>${room.name}</option>`)}
    </select></div>`;

  return {
    title: () => t('nav.usage'),
    close: () => found.close(),
    queryChanged: () => JSON.stringify(wanted()) !== current && read(),
    view() {
      const answer = found.value;
      const spec = answer ? usageList(answer) : null;
      return html`<div class="page-head"><h1>${t('nav.usage')}</h1>
          ${answer ? html`<span class="dim">${stamp(answer.byDay.from)} – ${stamp(answer.byDay.to)} · ${answer.byDay.zone}</span>` : nothing}
          ${tools()}</div>
        ${found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing}
        ${answer ? html`<div class="usage ${found.busy ? 'busy' : ''}">
          ${figures(answer)}
          ${section('heat', t('usage.heat'), heatMap(answer.byHour), 'rollcall-hours')}
          ${section('bars', t('usage.bars'), dayBars(answer.byDay), 'rollcall-days')}
          <section><div class="tools"><h2>${t('usage.rooms', { n: number(answer.byRoom.rooms.length) })}</h2>${copyButton(spec)}</div>${list(spec)}</section>
        </div>` : html`<p class="dim">${found.wrong ? '' : t('loading')}</p>`}`;
    },
  };
}
