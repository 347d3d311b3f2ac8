// Rooms by hours: the share of the machines' time that was used, as shades with the figure in each.
import { html, svg } from '../core/lit.js';
import { t } from '../core/language.js';
import { number } from '../core/format.js';
import { hourShare, totals } from './usage-shares.js';

const [left, top, cellHeight, width] = [84, 22, 24, 960];
const [usualFirst, usualLast] = [7, 20];

const shade = (share) => (share <= 0.005 ? 0 : Math.min(5, 1 + Math.floor(share * 5)));

export function heatMap(byHour) {
  const of = totals(byHour);
  const rooms = byHour.rooms.filter((room) => room.name);
  const used = byHour.rows.filter((row) => row.inUse > 0).map((row) => row.hour);
  const first = Math.min(usualFirst, ...used);
  const last = Math.max(usualLast - 1, ...used);
  const cellWidth = (width - left) / (last - first + 1);
  const height = top + rooms.length * cellHeight + 4;
  const index = new Map(rooms.map((room, i) => [room.name, i]));
  const cell = (row) => {
    const share = hourShare(row, of.get(row.room), byHour.days);
    const x = left + (row.hour - first) * cellWidth;
    const y = top + index.get(row.room) * cellHeight;
    const percent = Math.round(share * 100);
    return svg`<g><title>${t('heat.cell', { room: row.room, h: row.hour, percent, sessions: row.sessions, most: row.mostAtOnce })}</title>
      <rect x=${x + 1} y=${y + 1} width=${cellWidth - 2} height=${cellHeight - 2} rx="3" class="heat heat-${shade(share)}"/>
      ${percent ? svg`<text x=${x + cellWidth / 2} y=${y + cellHeight / 2 + 4} text-anchor="middle" class="heat-text heat-text-${shade(share)}">${number(percent)}</text>` : ''}</g>`;
  };
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${t('usage.heat')}>
    ${Array.from({ length: last - first + 1 }, (_, i) => svg`<text x=${left + (i + 0.5) * cellWidth} y="14" text-anchor="middle" class="chart-label">${t('usage.hour', { h: first + i })}</text>`)}
    ${rooms.map((room, i) => svg`<text x=${left - 8} y=${top + i * cellHeight + cellHeight / 2 + 4} text-anchor="end" class="chart-room">${room.name}</text>
      <rect x=${left + 1} y=${top + i * cellHeight + 1} width=${width - left - 2} height=${cellHeight - 2} rx="3" class="heat heat-0"/>`)}
    ${byHour.rows.filter((row) => index.has(row.room)).map(cell)}
  </svg>`;
}
