// Central's clock as seen from here, and a minute that ticks for "since 12 min".
import { redraw } from './redraw.js';

let ahead = 0;

export function heardTime(at) {
  ahead = Date.parse(at) - Date.now();
}

/** Milliseconds, by central's clock: the viewer's may be wrong. */
export const now = () => Date.now() + ahead;

export const secondsSince = (at) => (at ? Math.max(0, (now() - Date.parse(at)) / 1000) : null);

/** Changes once a minute: what durations on the page depend on. */
export const minute = () => Math.floor(now() / 60000);

setInterval(redraw, 15000);
