// The search box: answers while typing, arrows choose, Enter opens the first.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { get } from '../core/api.js';
import { redraw } from '../core/redraw.js';
import { visit } from '../core/router.js';
import { result } from './search-result.js';

const waitMs = 40;
let text = '';
let results = [];
let answered = '';
let chosen = 0;
let open = false;
let timer = 0;
let asking = null;
let openWhenKnown = false;

const box = () => document.getElementById('search');

function typed(event) {
  text = event.target.value;
  open = true;
  chosen = 0;
  openWhenKnown = false;
  clearTimeout(timer);
  asking?.abort();
  if (text.trim() === '') {
    results = [];
    answered = '';
  } else {
    timer = setTimeout(ask, waitMs);
  }
  redraw();
}

async function ask() {
  asking = new AbortController();
  const q = text.trim().slice(0, 100);
  try {
    results = (await get('/api/search', { q }, asking.signal)).results;
    answered = q;
  } catch (failure) {
    if (failure.name === 'AbortError') {
      return;
    }
    results = [];
    answered = q;
  }
  if (openWhenKnown) {
    openResult(0);
  }
  redraw();
}

function openResult(index) {
  const found = results[index];
  if (found) {
    visit(found.href);
    close();
  }
}

function close() {
  open = false;
  openWhenKnown = false;
  text = '';
  results = [];
  answered = '';
  const field = box();
  field.value = '';
  field.blur();
  redraw();
}

function pressed(event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    chosen = results.length ? (chosen + step + results.length) % results.length : 0;
    redraw();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (answered === text.trim().slice(0, 100)) {
      openResult(chosen);
    } else {
      openWhenKnown = true;
    }
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
}

function list() {
  if (!open || answered === '') {
    return nothing;
  }
  if (results.length === 0) {
    return html`<div class="found none">${t('search.nothing', { q: answered })}</div>`;
  }
  return html`<ul class="found" id="found" role="listbox" aria-label=${t('search.label')}>
    ${results.map((found, index) => html`<li id="found-${index}" role="option" aria-selected=${index === chosen}
      @pointerdown=${(event) => { event.preventDefault(); openResult(index); }}>${result(found)}</li>`)}
  </ul>`;
}

export const searchBox = () => html`<search class="search">
  <input id="search" type="search" role="combobox" autocomplete="off" spellcheck="false" enterkeyhint="go"
    aria-label=${t('search.label')} aria-expanded=${open && results.length > 0} aria-controls="found"
    aria-activedescendant=${open && results.length ? `found-${chosen}` : nothing} placeholder=${t('search.placeholder')}
    maxlength="100" @input=${typed} @keydown=${pressed} @blur=${() => { open = false; redraw(); }}
    @focus=${() => { open = true; redraw(); }}>
  <kbd aria-hidden="true">/</kbd>
  ${list()}
</search>`;
