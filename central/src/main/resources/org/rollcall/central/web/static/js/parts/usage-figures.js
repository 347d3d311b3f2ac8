// The few figures that a report begins with.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';
import { number, percent } from '../core/format.js';
import { fullest, unused } from './usage-shares.js';

const figure = (value, label) => html`<div class="figure-box"><b>${value}</b><span>${label}</span></div>`;

export function figures({ byHour, byDay, byRoom }) {
  const sessions = byDay.rows.reduce((sum, row) => sum + row.sessions, 0);
  const hours = byDay.rows.reduce((sum, row) => sum + row.inUse, 0) / 3600;
  const busiest = [...byDay.rows].sort((a, b) => b.sessions - a.sessions)[0];
  const hour = fullest(byHour);
  const idle = unused(byRoom);
  return html`<div class="figure-row">
    ${figure(number(sessions), t('usage.sessions'))}
    ${figure(number(Math.round(hours)), t('usage.hours'))}
    ${figure(hour ? `${hour.room} · ${t('usage.hour', { h: hour.hour })}` : '–', hour ? t('usage.fullest', { share: percent(hour.share, 1) }) : t('usage.fullest.none'))}
    ${figure(busiest ? number(Math.max(...byDay.rows.map((row) => row.mostAtOnce))) : '–', t('usage.most'))}
    ${figure(number(idle.length), idle.length ? t('usage.unused', { rooms: idle.map((room) => room.name).join(', ') }) : t('usage.unused.none'))}
  </div>`;
}
