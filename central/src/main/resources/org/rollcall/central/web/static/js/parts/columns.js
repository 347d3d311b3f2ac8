// Columns that several lists share.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';
import { ago, when } from '../core/format.js';
import { secondsSince } from '../core/time.js';

/** Since when, by the clock, and how long that is. */
export const sinceColumn = (at) => ({
  id: 'since',
  label: t('column.since'),
  value: (row) => at(row) ?? '',
  text: (row) => when(at(row)),
  cell: (row) => (at(row) ? html`<time datetime=${at(row)}>${when(at(row))}</time> <span class="dim">${ago(secondsSince(at(row)))}</span>` : ''),
});
