// Rooms with their figures, as rows.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';
import { number } from '../core/format.js';
import { roomHref } from '../core/names.js';

const hours = (row) => row.inUse / 3600;

export function usageList({ byRoom }) {
  const found = new Map(byRoom.rows.map((row) => [row.room, row]));
  const rows = byRoom.rooms.filter((room) => room.name).map((room) => ({
    sessions: 0, inUse: 0, mostAtOnce: 0, ...found.get(room.name), room: room.name, total: room.total }));
  return {
    name: 'usage-rooms',
    label: t('nav.usage'),
    rows,
    key: (row) => row.room,
    rowClass: (row) => (row.sessions === 0 ? 'off' : ''),
    columns: [
      { id: 'room', label: t('column.room'), value: (row) => row.room, cell: (row) => html`<a class="strong plain" data-arrow href=${roomHref(row.room)}>${row.room}</a>` },
      { id: 'total', label: t('column.machines'), value: (row) => row.total, css: 'number' },
      { id: 'sessions', label: t('column.sessions'), value: (row) => row.sessions, text: (row) => number(row.sessions), css: 'number', downFirst: true },
      { id: 'hours', label: t('column.hours'), value: hours, text: (row) => number(Math.round(hours(row))), css: 'number', downFirst: true },
      { id: 'each', label: t('column.hours-each'), value: (row) => (row.total ? hours(row) / row.total / byRoom.days : 0),
        text: (row) => (row.total ? number(Math.round((10 * hours(row)) / row.total / byRoom.days) / 10) : ''), css: 'number', downFirst: true },
      { id: 'most', label: t('column.most'), value: (row) => row.mostAtOnce, css: 'number', downFirst: true },
    ],
  };
}
