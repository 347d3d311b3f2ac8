// Sessions begun each day, as bars.
import { html, svg } from '../core/lit.js';
import { t } from '../core/language.js';
import { day, number } from '../core/format.js';

const [left, top, width, height, foot] = [44, 10, 960, 200, 22];

/** A round figure a little above: a scale that people read easily. */
function roundUp(n) {
  const power = 10 ** Math.floor(Math.log10(Math.max(n, 1)));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((factor) => factor * power).find((candidate) => candidate >= n);
}

function allDays({ rows, from, to }) {
  const known = new Map(rows.map((row) => [row.day, row]));
  const days = [];
  for (const at = new Date(from); at <= new Date(to); at.setDate(at.getDate() + 1)) {
    const name = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
    days.push(known.get(name) ?? { day: name, sessions: 0, inUse: 0, mostAtOnce: 0 });
  }
  return days;
}

export function dayBars(byDay) {
  const days = allDays(byDay);
  const scale = roundUp(Math.max(4, ...days.map((row) => row.sessions)));
  const step = (width - left) / Math.max(days.length, 1);
  const y = (n) => top + (height - top - foot) * (1 - n / scale);
  const every = Math.ceil(days.length / 14);
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${t('usage.bars')}>
    ${[0, 0.25, 0.5, 0.75, 1].map((part) => svg`<path class="chart-grid" d="M${left} ${y(scale * part)}H${width}"/>
      <text x=${left - 6} y=${y(scale * part) + 4} text-anchor="end" class="chart-label">${number(scale * part)}</text>`)}
    ${days.map((row, i) => {
      const at = new Date(`${row.day}T12:00`);
      return svg`<rect class="chart-bar ${[0, 6].includes(at.getDay()) ? 'weekend' : ''}" x=${left + i * step + step * 0.12} width=${step * 0.76}
          y=${y(row.sessions)} height=${Math.max(0, y(0) - y(row.sessions))} rx="1.5"><title>${t('bars.day', {
            day: day(at), n: row.sessions, most: row.mostAtOnce })}</title></rect>
        ${i % every === 0 ? svg`<text x=${left + (i + 0.5) * step} y=${height - 6} text-anchor="middle" class="chart-label">${day(at)}</text>` : ''}`;
    })}
  </svg>`;
}
