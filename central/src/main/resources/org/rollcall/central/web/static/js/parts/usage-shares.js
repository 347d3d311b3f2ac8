// What the usage figures say: shares of the time that machines could have been used.
const hours = 3600;

/** Of one room in one hour of the day, over all days: 0 to 1. */
export const hourShare = (row, total, days) => (total && days ? row.inUse / (total * days * hours) : 0);

export function totals(byHour) {
  return new Map(byHour.rooms.map((room) => [room.name, room.total]));
}

/** The fullest hour of any room; null when nothing was used. */
export function fullest(byHour) {
  const of = totals(byHour);
  return byHour.rows.map((row) => ({ ...row, share: hourShare(row, of.get(row.room), byHour.days) }))
    .filter((row) => row.inUse > 0).sort((a, b) => b.share - a.share)[0] ?? null;
}

export const unused = (byRoom) => byRoom.rooms.filter((room) => room.name
  && !byRoom.rows.some((row) => row.room === room.name && (row.sessions > 0 || row.inUse > 0)));
