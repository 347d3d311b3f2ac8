// What came of an order, machine by machine, as it comes.
import { html, nothing } from '../core/lit.js';
import { t, typeset } from '../core/language.js';
import { copy } from './copy.js';

// What machines answer in a word; anything else is a sentence already.
const known = ['done', 'gone', 'ordered', 'cancelled'];
const word = (result) => (known.includes(result) ? t(`result.${result}`) : result);

function said(outcome) {
  if (!outcome.ok) {
    return typeset(outcome.sentence) ?? outcome.reason;
  }
  const { table } = outcome;
  const at = table?.columns.findIndex((column) => column.name === 'result') ?? -1;
  const words = at < 0 ? [] : [...new Set(table.rows.map((row) => row[at]).filter(Boolean))].map(word);
  return table?.note ?? outcome.sentence ?? (words.join(', ') || t('done'));
}

const line = (outcome) => html`<li class=${outcome.ok ? 'ok' : 'bad'}>
  <span class="tick-mark" aria-hidden="true">${outcome.ok ? '✓' : '✗'}</span><b><bdi>${outcome.name}</bdi></b> <bdi>${said(outcome)}</bdi></li>`;

export function results(state) {
  const all = state.preview.machines.length;
  const good = state.outcomes.filter((outcome) => outcome.ok).length;
  const text = () => state.outcomes.map((outcome) => `${outcome.name}\t${said(outcome)}`).join('\n');
  return html`<p class="hits" role="status" aria-live="polite">${t('results', { n: state.outcomes.length, all })}
      ${state.phase === 'done' ? t('results.good', { n: good }) : nothing}</p>
    <progress max=${all} value=${state.outcomes.length} aria-label=${t('results.label')}></progress>
    <ul class="hit-list" tabindex="0">${state.outcomes.map(line)}</ul>
    ${state.phase === 'done' ? html`<button type="button" class="quiet" @click=${() => copy(text())}>${t('copy')}</button>` : nothing}`;
}
