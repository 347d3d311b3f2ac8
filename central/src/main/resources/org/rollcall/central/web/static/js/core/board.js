// The board as this page knows it: a snapshot, and the changes since.
import { redraw } from './redraw.js';
import { heardTime } from './time.js';

let rooms = [];
let byJid = new Map();
let link = { up: true };
let epoch = '';
let revision = 0;
let known = false;

export const boardKnown = () => known;
export const boardRooms = () => rooms;
export const boardLink = () => link;
export const position = () => ({ epoch, since: revision });
export const room = (name) => rooms.find((candidate) => candidate.name === name);
export const machinesOf = (aRoom) => aRoom.jids.map((jid) => byJid.get(jid)).filter(Boolean);
export const allMachines = () => [...byJid.values()];
export const machineByAccount = (account) => allMachines().find((machine) => machine.account === account);

/** Somebody sits there, or has just left the chair. */
export const isInUse = (machine) => ['in-use', 'locked', 'idle'].includes(machine.condition);

/** Central has heard the machine since it began, and hears it still. */
export const isOn = (machine) => !['off', 'lost', 'unknown'].includes(machine.condition);

export function takeSnapshot(snapshot) {
  byJid = new Map(snapshot.machines.map((machine) => [machine.jid, machine]));
  rooms = snapshot.rooms.map(({ machines, ...rest }) => ({ ...rest, jids: machines, version: snapshot.revision }));
  ({ epoch, revision, link } = snapshot);
  known = true;
  heardTime(snapshot.at);
  redraw();
}

export function takeChanges(changes) {
  for (const machine of changes.machines ?? []) {
    byJid.set(machine.jid, machine);
    touch(machine.room ?? '', changes.revision);
  }
  for (const jid of changes.removed ?? []) {
    const gone = byJid.get(jid);
    byJid.delete(jid);
    if (gone) {
      touch(gone.room ?? '', changes.revision);
    }
  }
  for (const counts of changes.rooms ?? []) {
    const at = rooms.findIndex((candidate) => candidate.name === counts.name);
    if (at >= 0) {
      rooms[at] = { ...rooms[at], outage: undefined, ...counts, version: changes.revision };
    }
  }
  link = changes.link ?? link;
  revision = Math.max(revision, changes.revision);
  heardTime(changes.at);
  redraw();
}

function touch(name, version) {
  const at = rooms.findIndex((candidate) => candidate.name === name);
  if (at >= 0) {
    rooms[at] = { ...rooms[at], version };
  }
}

export function takeBeat(beat) {
  revision = Math.max(revision, beat.revision);
  heardTime(beat.at);
}
