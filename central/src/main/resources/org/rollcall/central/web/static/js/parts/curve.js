// Today's curve of occupancy in a room, 7 h to 20 h, as a filled step line up to now.
import { html, svg } from '../core/lit.js';
import { t } from '../core/language.js';

const [firstHour, lastHour, width, height] = [7, 20, 130, 28];

function points({ inUse, step, total }) {
  const perHour = 3600 / step;
  const from = Math.floor(firstHour * perHour);
  const values = inUse.slice(from, Math.ceil(lastHour * perHour));
  const x = (i) => (i / ((lastHour - firstHour) * perHour)) * width;
  const y = (n) => height - 1 - (Math.min(n, total) / Math.max(total, 1)) * (height - 3);
  return values.map((n, i) => ({ from: x(i), to: x(i + 1), y: y(n) }));
}

const round = (n) => Math.round(n * 10) / 10;

export function curve(occupancy) {
  const steps = occupancy ? points(occupancy) : [];
  const line = steps.map((p) => `L${round(p.from)} ${round(p.y)}L${round(p.to)} ${round(p.y)}`).join('').replace('L', 'M');
  const most = occupancy ? Math.max(0, ...occupancy.inUse) : 0;
  return html`<svg class="curve" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img"
      aria-label=${t('curve.label', { n: most })}>
    ${[8, 10, 12, 14, 16, 18].map((hour) => svg`<path class="curve-hour"
      d="M${((hour - firstHour) / (lastHour - firstHour)) * width} 0V${height}"/>`)}
    <path class="curve-base" d="M0 ${height - 0.5}H${width}"/>
    ${steps.length === 0 ? '' : svg`
      <path class="curve-area" d="${line}V${height}H0Z"/><path class="curve-line" d=${line}/>
      <circle class="curve-now" cx=${round(steps.at(-1).to)} cy=${round(steps.at(-1).y)} r="1.8"/>`}
  </svg>`;
}
