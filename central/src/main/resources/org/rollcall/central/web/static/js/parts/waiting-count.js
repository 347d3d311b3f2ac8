// How many things wait for an administrator, asked for now and then.
import { get } from '../core/api.js';
import { offers } from '../core/me.js';
import { redraw } from '../core/redraw.js';

const everyMs = 60000;
let count = 0;

export const waiting = () => count;

export function keepWaiting(answer) {
  count = answer.machines.filter((machine) => machine.standing === 'waiting').length + answer.hardwareChanged.length
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
