// How many things wait for an administrator, asked for now and then.
import { get } from '../core/api.js';
import { offers } from '../core/me.js';
import { redraw } from '../core/redraw.js';

const everyMs = 60000;
let count = 0;
let applicants = {};

export const waiting = () => count;

/** PCs of a room that ask for an account and wait for a word. */
export const applicantsOf = (room) => applicants[room] ?? 0;

export function keepWaiting(answer) {
  applicants = answer.applicants ?? {};
  count = Object.values(applicants).reduce((sum, n) => sum + n, 0) + answer.machines.filter((machine) => machine.standing === 'waiting').length + answer.hardwareChanged.length
    + (answer.troubles.length ? 1 : 0);
  redraw();
}

/** @returns what stops it */
export function watchWaiting() {
  if (!offers('waiting')) {
    return () => {};
  }
  const read = () => get('/api/waiting').then(keepWaiting, () => {});
  read();
  const timer = setInterval(() => document.visibilityState === 'visible' && read(), everyMs);
  return () => clearInterval(timer);
}
