// The live feed: connects, notices silence, comes back with growing pauses, and catches up from where it was.
import { position, takeBeat, takeChanges, takeSnapshot } from './board.js';
import { address } from './api.js';
import { now } from './time.js';
import { parse } from './parse.js';
import { redraw } from './redraw.js';

const silenceMs = 25000;
const longestPauseMs = 10000;

let socket = null;
let wanted = false;
let failures = 0;
let quiet = 0;
let retry = 0;
let heardAt = null;
let up = false;
let ended = () => {};

/** Whether what the page shows is what central knows now, and as of when otherwise; the first try is no loss yet. */
export const liveNow = () => ({ up, heardAt, lost: !up && (failures > 0 || heardAt !== null) });

export function onEnded(handler) {
  ended = handler;
}

export function goLive() {
  wanted = true;
  connect();
}

export function stopLive() {
  wanted = false;
  clearTimeout(retry);
  clearTimeout(quiet);
  socket?.close();
  socket = null;
}

function connect() {
  clearTimeout(retry);
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const mine = new WebSocket(`${scheme}//${location.host}${address('/live', position())}`);
  socket = mine;
  listenForSilence();
  mine.onmessage = (event) => mine === socket && heard(parse(event.data));
  mine.onclose = (event) => mine === socket && lost(event.code);
}

function heard(message) {
  listenForSilence();
  if (message.type === 'snapshot') {
    takeSnapshot(message);
  } else if (message.type === 'changes') {
    takeChanges(message);
  } else if (message.type === 'beat') {
    takeBeat(message);
  }
  failures = 0;
  heardAt = now();
  if (!up) {
    up = true;
    redraw();
  }
}

function listenForSilence() {
  clearTimeout(quiet);
  quiet = setTimeout(giveUp, silenceMs);
}

function giveUp() {
  const dead = socket;
  lost(1006);
  dead?.close();
}

function lost(code) {
  clearTimeout(quiet);
  socket = null;
  up = false;
  redraw();
  if (!wanted) {
    return;
  }
  failures++;
  if (code === 4401 || failures % 3 === 2) {
    ended(code);
  }
  const pause = Math.min(longestPauseMs, 500 * 2 ** (failures - 1));
  retry = setTimeout(connect, code === 4429 ? longestPauseMs : pause * (0.5 + Math.random() / 2));
}

// A laptop that wakes, a network that is back: do not wait for the pause to end.
function hurry() {
  if (wanted && socket === null) {
    failures = 0;
    connect();
  }
}

// A cable that is out is known before the silence tells.
addEventListener('offline', () => socket && giveUp());
addEventListener('online', hurry);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hurry());
