// Sessions that were: filters in the address, how many, rows, export.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { address, get } from '../core/api.js';
import { asked } from '../core/asked.js';
import { query } from '../core/router.js';
import { redraw } from '../core/redraw.js';
import { filters, instants } from '../parts/filters.js';
import { historyList } from '../parts/history-list.js';
import { copyButton, list } from '../parts/list.js';

const fields = ['user', 'machine', 'room', 'address', 'from', 'to'];
const page = 200;

export function open() {
  const found = asked();
  const count = asked();
  const more = asked();
  let rows = [];
  let next = null;
  let current = '';

  const wanted = () => instants(Object.fromEntries(fields.map((name) => [name, query().get(name)])));

  async function read() {
    const values = wanted();
    current = JSON.stringify(values);
    more.close();
    count.ask((signal) => get('/api/history/count', values, signal));
    const answer = await found.ask((signal) => get('/api/history', { ...values, most: page }, signal));
    if (current === JSON.stringify(values) && !found.wrong && answer) {
      rows = answer.rows;
      next = answer.next ?? null;
      redraw();
    }
  }

  async function readMore() {
    const mine = current;
    const answer = await more.ask((signal) => get('/api/history', { ...wanted(), most: page, after: next }, signal));
    if (mine === current && !more.wrong) {
      rows = [...rows, ...answer.rows];
      next = answer.next ?? null;
      redraw();
    }
  }

  read();
  return {
    title: () => t('nav.history'),
    close: () => [found, count, more].forEach((part) => part.close()),
    queryChanged() {
      if (JSON.stringify(wanted()) !== current) {
        read();
      }
    },
    view() {
      const spec = historyList(rows, { sort: '-logon' });
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      return html`<div class="page-head"><h1>${t('nav.history')}</h1>
          <span class="dim" role="status" aria-live="polite">${count.value ? t('history.count', { n: count.value.count }) : nothing}
            ${count.value && rows.length < count.value.count ? t('history.shown', { n: rows.length }) : nothing}</span>
          <div class="tools">${copyButton(spec)}
            <a class="button" href=${address('/api/history.csv', { ...wanted(), zone })} download>${t('history.export')}</a></div></div>
        ${filters(fields)}
        ${found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing}
        <div class=${found.busy && rows.length ? 'busy' : ''}>${list(found.busy && !found.value ? { ...spec, empty: t('loading') } : spec)}</div>
        ${next === null ? nothing : html`<p class="more-line"><button type="button" ?disabled=${more.busy} @click=${readMore}>${t('more')}</button>
          <span class="wrong">${more.wrong}</span></p>`}`;
    },
  };
}
