// Who did what: the audit, filtered alike.
import { html, nothing } from '../core/lit.js';
import { knows, t } from '../core/language.js';
import { get } from '../core/api.js';
import { asked } from '../core/asked.js';
import { stamp } from '../core/format.js';
import { query } from '../core/router.js';
import { redraw } from '../core/redraw.js';
import { filters, instants } from '../parts/filters.js';
import { copyButton, list } from '../parts/list.js';

const fields = ['who', 'action', 'target', 'from', 'to'];
const page = 200;

const outcome = (row) => (knows(`outcome.${row.outcome}`) ? t(`outcome.${row.outcome}`) : row.outcome);

const auditList = (rows) => ({
  name: 'audit',
  label: t('nav.audit'),
  rows,
  sort: '-at',
  key: (row) => row.id,
  rowClass: (row) => (row.outcome === 'done' ? '' : 'refused'),
  columns: [
    { id: 'at', label: t('column.at'), value: (row) => row.at, text: (row) => stamp(row.at), downFirst: true },
    { id: 'by', label: t('column.who'), value: (row) => row.who, cell: (row) => html`<bdi>${row.who}</bdi>` },
    { id: 'role', label: t('column.role'), value: (row) => row.role },
    { id: 'channel', label: t('column.channel'), value: (row) => row.channel },
    { id: 'action', label: t('column.action'), value: (row) => row.action, css: 'action strong' },
    { id: 'target', label: t('column.target'), value: (row) => row.target, cell: (row) => html`<bdi>${row.target}</bdi>` },
    { id: 'details', label: t('column.details'), value: (row) => row.details, cell: (row) => html`<bdi title=${row.details ?? ''}>${row.details}</bdi>` },
    { id: 'outcome', label: t('column.outcome'), value: outcome },
  ],
});

export function open() {
  const found = asked();
  let rows = [];
  let next = null;
  let current = '';
  const wanted = () => instants(Object.fromEntries(fields.map((name) => [name, query().get(name)])));

  async function read(after = null) {
    const values = wanted();
    current = JSON.stringify(values);
    const answer = await found.ask((signal) => get('/api/audit', { ...values, most: page, after }, signal));
    if (current === JSON.stringify(values) && !found.wrong && answer) {
      rows = after === null ? answer.rows : [...rows, ...answer.rows];
      next = answer.next ?? null;
      redraw();
    }
  }

  read();
  return {
    title: () => t('nav.audit'),
    close: () => found.close(),
    queryChanged: () => JSON.stringify(wanted()) !== current && read(),
    view() {
      const spec = auditList(rows);
      return html`<div class="page-head"><h1>${t('nav.audit')}</h1><div class="tools">${copyButton(spec)}</div></div>
        ${filters(fields)}
        ${found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing}
        ${list(spec)}
        ${next === null ? nothing : html`<p class="more-line"><button type="button" ?disabled=${found.busy} @click=${() => read(next)}>${t('more')}</button></p>`}`;
    },
  };
}
