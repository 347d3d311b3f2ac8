// The last days of a machine as bands of its sessions, midnight to midnight.
import { html, svg } from '../core/lit.js';
import { t } from '../core/language.js';
import { day, duration, when } from '../core/format.js';
import { now } from '../core/time.js';

const width = 240;

function dayStarts(from) {
  const starts = [];
  const at = new Date(from);
  while (at.getTime() <= now()) {
    starts.push(new Date(at));
    at.setDate(at.getDate() + 1);
  }
  return starts.reverse();
}

function piece(row, start, end) {
  const from = Math.max(Date.parse(row.logon), start);
  const to = Math.min(row.logoff ? Date.parse(row.logoff) : now(), end);
  if (to <= start || from >= end) {
    return '';
  }
  const scale = width / (end - start);
  const words = [row.fullName ?? row.user, when(row.logon), row.logoff ? when(row.logoff) : t('history.open'), row.lasted ? duration(row.lasted) : '']
    .filter(Boolean).join(' · ');
  return svg`<rect class="band-session ${row.logoff ? '' : 'open'}" x=${((from - start) * scale).toFixed(1)} y="2"
    width=${Math.max(1.5, (to - from) * scale).toFixed(1)} height="12" rx="1.5"><title>${words}</title></rect>`;
}

function strip(rows, start) {
  const end = new Date(start);
  end.setDate(end.getDate() + 1);
  return html`<li><span class="band-day">${day(start)}</span>
    <svg viewBox="0 0 ${width} 16" preserveAspectRatio="none" role="img" aria-label=${t('band.label', { n: rows.length })}>
      <rect class="band-ground" width=${width} height="16"/>
      ${[6, 12, 18].map((hour) => svg`<path class="band-hour" d="M${hour * 10} 0V16"/>`)}
      ${rows.map((row) => piece(row, start.getTime(), end.getTime()))}</svg></li>`;
}

export const band = (rows, from) => html`<ul class="band">
  ${dayStarts(from).map((start) => strip(rows.filter((row) => {
    const end = start.getTime() + 26 * 3600e3;
    return Date.parse(row.logon) < end && (!row.logoff || Date.parse(row.logoff) > start.getTime());
  }), start))}
  <li class="band-scale" aria-hidden="true"><span class="band-day"></span><span class="band-hours">${[0, 6, 12, 18, 24].map((hour) =>
    html`<span>${hour}</span>`)}</span></li></ul>`;
