// Numbers, sizes, dates and durations as the language writes them. Times are the viewer's.
import { language, t } from './language.js';

const makers = new Map();

function intl(kind, options) {
  const key = `${language()} ${kind.name} ${JSON.stringify(options)}`;
  if (!makers.has(key)) {
    makers.set(key, new kind(language() === 'fr' ? 'fr-FR' : 'en-GB', options));
  }
  return makers.get(key);
}

export const number = (n) => intl(Intl.NumberFormat, {}).format(n);

export const decimal = (n) => intl(Intl.NumberFormat, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(n);

export const percent = (part, whole) =>
  intl(Intl.NumberFormat, { style: 'percent' }).format(whole ? part / whole : 0);

/** 1 234,5 Ko: Windows' own way of counting, 1 Ko being 1024. */
export function bytes(n) {
  if (n === null || n === undefined || n === '') {
    return '';
  }
  let size = Number(n) / 1024;
  let unit = 0;
  while (Math.abs(size) >= 10000 && unit < 3) {
    size /= 1024;
    unit++;
  }
  return `${decimal(size)}\u00a0${t(['unit.kb', 'unit.mb', 'unit.gb', 'unit.tb'][unit])}`;
}

export const date = (at) => (at ? new Date(at) : null);

export const clock = (at) =>
  intl(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date(at));

export const clockSeconds = (at) =>
  intl(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(date(at));

export const day = (at) =>
  intl(Intl.DateTimeFormat, { weekday: 'short', day: '2-digit', month: '2-digit' }).format(date(at));

export const longDay = (at) =>
  intl(Intl.DateTimeFormat, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date(at));

function sameDay(a, b) {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

const hourOf = (at) => (language() === 'fr' ? clock(at).replace(':', '\u00a0h\u00a0') : clock(at));

/** 22/11 13 h 09; the year where it is another one. */
export function stamp(at) {
  if (!at) {
    return '';
  }
  const when = date(at);
  const options = { day: '2-digit', month: '2-digit' };
  if (when.getFullYear() !== new Date().getFullYear()) {
    options.year = 'numeric';
  }
  return `${intl(Intl.DateTimeFormat, options).format(when)} ${hourOf(at)}`;
}

/** The clock alone today, with the day before it otherwise. */
export function when(at) {
  if (!at) {
    return '';
  }
  return sameDay(date(at), new Date()) ? clock(at) : stamp(at);
}

/** How long ago: "just now" below a minute. */
export function ago(seconds) {
  return seconds !== null && seconds < 60 ? t('duration.moment') : duration(seconds);
}

/** 40 s, 12 min, 1 h 05, 3 d: what a person would say, from seconds. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return '';
  }
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  if (minutes < 1) {
    return t('duration.seconds', { n: Math.floor(Math.max(0, seconds)) });
  }
  if (minutes < 60) {
    return t('duration.minutes', { n: minutes });
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return t('duration.hours', { h: hours, m: String(minutes % 60).padStart(2, '0') });
  }
  return t('duration.days', { d: Math.floor(hours / 24), h: hours % 24 });
}
