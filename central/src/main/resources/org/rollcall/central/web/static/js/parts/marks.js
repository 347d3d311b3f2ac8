// One shape a state, so that no state is told by its colour alone.
import { html, svg } from '../core/lit.js';
import { t } from '../core/language.js';

const shapes = {
  'in-use': svg`<circle cx="8" cy="8" r="6" class="fill"/>`,
  locked: svg`<path d="M5 7V5a3 3 0 0 1 6 0v2" class="line"/><rect x="3" y="7" width="10" height="7" rx="1.5" class="fill"/>`,
  idle: svg`<circle cx="8" cy="8" r="6" class="line"/><path d="M8 2a6 6 0 0 1 0 12z" class="fill"/><path d="M8 5v3.2H5.6" class="line"/>`,
  left: svg`<circle cx="8" cy="8" r="6" class="line"/><circle cx="8" cy="8" r="2" class="fill"/>`,
  free: svg`<circle cx="8" cy="8" r="6" class="line"/>`,
  off: svg`<path d="M4 8h8" class="line"/>`,
  lost: svg`<circle cx="8" cy="8" r="6.2" class="line dashes"/><path d="M8 4.6v4.2M8 11v.6" class="line"/>`,
  unknown: svg`<circle cx="8" cy="8" r="6" class="line dots"/>`,
};

export const conditions = Object.keys(shapes);

/** Beside a text that says the same: hidden from screen readers. */
export const mark = (condition) =>
  html`<svg class="mark ${condition}" viewBox="0 0 16 16" aria-hidden="true">${shapes[condition] ?? shapes.unknown}</svg>`;

/** Alone: says itself. */
export const spokenMark = (condition) =>
  html`<svg class="mark ${condition}" viewBox="0 0 16 16" role="img" aria-label=${t(`condition.${condition}`)}>
    <title>${t(`condition.${condition}`)}</title>${shapes[condition] ?? shapes.unknown}</svg>`;

export const legend = () => html`<ul class="legend" aria-label=${t('legend')}>
  ${conditions.map((condition) => html`<li>${mark(condition)} ${t(`condition.${condition}`)}</li>`)}
</ul>`;
