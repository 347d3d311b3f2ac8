// A line of filters whose values live in the address, so that a view can be sent to a colleague.
import { html, live, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { boardRooms } from '../core/board.js';
import { query, setQuery } from '../core/router.js';

const waitMs = 250;
let timer = 0;

const times = ['from', 'to'];

function changed(name, value) {
  clearTimeout(timer);
  timer = setTimeout(() => setQuery({ [name]: value }), waitMs);
}

/** Local times of the address as instants for central; a date alone is its beginning, as `to` its end. */
export function instants(values) {
  const result = { ...values };
  for (const name of times) {
    if (result[name]) {
      const at = new Date(result[name].length === 10 ? `${result[name]}T00:00` : result[name]);
      if (name === 'to' && result[name].length === 10) {
        at.setDate(at.getDate() + 1);
      }
      result[name] = Number.isNaN(at.getTime()) ? null : at.toISOString();
    }
  }
  return result;
}

const field = (name) => html`<label>${t(`filter.${name}`)}
  <input name=${name} type=${times.includes(name) ? 'date' : 'text'} spellcheck="false" autocomplete="off" maxlength="256"
    list=${name === 'room' ? 'rooms' : nothing}
    .value=${live((query().get(name) ?? '').slice(0, times.includes(name) ? 10 : 256))}
    @input=${(event) => changed(name, event.target.value.trim())}></label>`;

function isoDay(daysAgo) {
  const at = new Date();
  at.setDate(at.getDate() - daysAgo);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

const ranges = { today: 0, week: 6, month: 29 };

const range = (name) => html`<button type="button" class="quiet small" aria-pressed=${query().get('from') === isoDay(ranges[name]) && !query().get('to')}
  @click=${() => setQuery({ from: isoDay(ranges[name]), to: null })}>${t(`range.${name}`)}</button>`;

export const filters = (names) => html`<form class="filters" role="search" aria-label=${t('filter')} @submit=${(event) => event.preventDefault()}>
  ${names.map(field)}
  <div class="ranges">${Object.keys(ranges).map(range)}
    ${names.some((name) => query().get(name)) ? html`<button type="button" class="quiet small"
      @click=${() => { clearTimeout(timer); setQuery(Object.fromEntries(names.map((name) => [name, null]))); }}>${t('filter.clear')}</button>` : nothing}</div>
  <datalist id="rooms">${boardRooms().map((room) => html`<option value=${room.name}></option>`)}</datalist>
</form>`;
