// Today's occupancy of all rooms, asked for once a minute while a page shows it.
import { get } from '../core/api.js';
import { redraw } from '../core/redraw.js';

const everyMs = 60000;
let byRoom = new Map();

export const occupancyOf = (room) => byRoom.get(room);

async function read() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answer = await get('/api/occupancy', { zone });
  byRoom = new Map(answer.rooms.map((room) => [room.name, { ...room, step: answer.step }]));
  redraw();
}

/** @returns what stops it */
export function watchOccupancy() {
  const readQuietly = () => document.visibilityState === 'visible' && read().catch(() => {});
  read().catch(() => {});
  const timer = setInterval(readQuietly, everyMs);
  return () => clearInterval(timer);
}
