// A list that sorts, filters and copies; its sorting and filter live in the address. Rows are drawn anew only when
// what they show has changed, and those out of view are not laid out.
import { guard, html, live, nothing, repeat } from '../core/lit.js';
import { language, t } from '../core/language.js';
import { minute } from '../core/time.js';
import { query, setQuery } from '../core/router.js';
import { compareText, plain } from '../core/names.js';
import { copy } from './copy.js';

function sorting(spec) {
  const wanted = query().get(spec.sortParameter ?? 'sort') ?? spec.sort ?? '';
  const down = wanted.startsWith('-');
  const column = spec.columns.find((candidate) => candidate.id === wanted.replace(/^-/, ''));
  return { column, down };
}

const isKnown = (value) => value !== null && value !== undefined && value !== '';

function compare(a, b) {
  if (a === b || (!isKnown(a) && !isKnown(b))) {
    return 0;
  }
  if (!isKnown(a) || !isKnown(b)) {
    return isKnown(a) ? -1 : 1;
  }
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
}

const textOf = (column, row) => String((column.text ?? column.value)(row) ?? '');

/** The rows as the list shows them: filtered by what was typed, sorted by the chosen column. */
export function shown(spec) {
  const typed = plain(query().get(spec.filterParameter ?? 'filter') ?? '').split(/\s+/).filter(Boolean);
  const rows = typed.length === 0 ? [...spec.rows] : spec.rows.filter((row) => {
    const all = plain(spec.columns.map((column) => textOf(column, row)).join(' '));
    return typed.every((word) => all.includes(word));
  });
  const { column, down } = sorting(spec);
  if (!column) {
    return rows;
  }
  const sorted = rows.map((row) => ({ row, value: column.value(row) }));
  // What is unknown stays last either way.
  sorted.sort((a, b) => (isKnown(a.value) && isKnown(b.value) && down ? compare(b.value, a.value) : compare(a.value, b.value)));
  return sorted.map(({ row }) => row);
}

function sortBy(spec, column) {
  const now = sorting(spec);
  const first = column.downFirst ? `-${column.id}` : column.id;
  const other = column.downFirst ? column.id : `-${column.id}`;
  const current = `${now.down ? '-' : ''}${now.column?.id}`;
  setQuery({ [spec.sortParameter ?? 'sort']: current === first ? other : first });
}

function asText(spec) {
  const lines = shown(spec).map((row) => spec.columns.map((column) => textOf(column, row).replace(/[\t\r\n]+/g, ' ')).join('\t'));
  return [spec.columns.map((column) => column.label).join('\t'), ...lines].join('\n');
}

export const filterField = (spec) => html`<input class="filter" type="text" spellcheck="false" autocomplete="off"
  aria-label=${t('filter')} placeholder=${t('filter')} .value=${live(query().get(spec.filterParameter ?? 'filter') ?? '')}
  @input=${(event) => setQuery({ [spec.filterParameter ?? 'filter']: event.target.value })}>`;

export const copyButton = (spec) => html`<button type="button" class="quiet" @click=${() => copy(asText(spec))}
  title=${t('copy.title')}>${t('copy')}</button>`;

function head(spec, rows) {
  const { column: by, down } = sorting(spec);
  return html`<div class="row head" role="row">
    ${spec.selection ? html`<span role="columnheader" class="tick"><input type="checkbox" aria-label=${t('select.all')}
        .checked=${live(rows.length > 0 && rows.every((row) => spec.selection.has(spec.key(row))))}
        @change=${(event) => spec.selection.set(rows.map(spec.key), event.target.checked)}></span>` : nothing}
    ${spec.columns.map((column) => html`<span role="columnheader" class="cell ${column.css ?? column.id}"
        aria-sort=${by === column ? (down ? 'descending' : 'ascending') : nothing}>
        ${column.label ? html`<button type="button" class="sort" @click=${() => sortBy(spec, column)}>${column.label}<span class="sorted"
          aria-hidden="true">${by === column ? (down ? '▾' : '▴') : ''}</span></button>` : nothing}</span>`)}
  </div>`;
}

function line(spec, row) {
  const key = spec.key(row);
  const ticked = spec.selection?.has(key) ?? false;
  const depends = [...(spec.depends?.(row) ?? [row]), ticked, language(), minute()];
  return guard(depends, () => html`<div class="row ${spec.rowClass?.(row) ?? ''} ${ticked ? 'ticked' : ''}" role="row" data-key=${key}>
    ${spec.selection ? html`<span role="cell" class="tick"><input type="checkbox" .checked=${live(ticked)}
        aria-label=${t('select.one', { name: spec.nameOf?.(row) ?? key })}
        @change=${(event) => spec.selection.set([key], event.target.checked)}></span>` : nothing}
    ${spec.columns.map((column) => html`<span role="cell" class="cell ${column.css ?? column.id}">${
      column.cell ? column.cell(row) : textOf(column, row)}</span>`)}
  </div>`);
}

/**
 * @param spec name (its class), label, columns {id, label, value, text, cell}, rows, key; sort, selection, empty…
 */
export function list(spec) {
  const rows = shown(spec);
  return html`<div class="list ${spec.name} ${spec.selection ? 'ticks' : ''}" role="table" aria-label=${spec.label} data-arrows>
    <div role="rowgroup">${head(spec, rows)}</div>
    <div role="rowgroup" class="rows">${repeat(rows, spec.key, (row) => line(spec, row))}</div>
    ${rows.length === 0 ? html`<p class="empty">${spec.rows.length ? t('list.filtered') : (spec.empty ?? t('list.empty'))}</p>` : nothing}
  </div>`;
}
