// Processes as rows: name, memory, CPU, owner, since, number; and the way to end one.
import { html, nothing } from '../core/lit.js';
import { knows, t } from '../core/language.js';
import { bytes, clockSeconds, stamp } from '../core/format.js';
import { may } from '../core/me.js';
import { startOrder } from './order.js';

/** 0:00:04, as Windows' own tools write it. */
function cpuTime(seconds) {
  if (seconds === null || seconds === undefined) {
    return '';
  }
  const whole = Math.floor(seconds);
  const two = (n) => String(n).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

const today = (at) => at && new Date(at).toDateString() === new Date().toDateString();

const end = (machine, row) => startOrder('kill', { machines: [machine.account] }, {
  pid: String(row.pid), name: row.name, ...(row.started ? { started: row.started } : {}) });

const status = (row) => (row.status && row.status !== 'running' ? (knows(`status.${row.status}`) ? t(`status.${row.status}`) : row.status) : '');

export const processList = (machine, rows, group) => ({
  name: 'processes',
  label: t(`processes.${group}.label`),
  sort: '-memory',
  rows,
  key: (row) => `${row.pid} ${row.started}`,
  depends: (row) => [row.name, row.memory, row.cpu, row.status, row.user],
  empty: t('processes.empty'),
  columns: [
    { id: 'process', label: t('column.process'), value: (row) => row.name,
      cell: (row) => html`<bdi>${row.name}</bdi>${status(row) ? html` <span class="tag">${status(row)}</span>` : nothing}` },
    { id: 'memory', label: t('column.memory'), value: (row) => row.memory, text: (row) => bytes(row.memory), downFirst: true, css: 'memory number' },
    { id: 'cpu', label: t('column.cpu'), value: (row) => row.cpu, text: (row) => cpuTime(row.cpu), downFirst: true, css: 'cpu number' },
    { id: 'owner', label: t('column.user'), value: (row) => row.user, cell: (row) => html`<bdi>${row.user}</bdi>` },
    { id: 'started', label: t('column.since'), value: (row) => row.started ?? '', text: (row) => (today(row.started) ? clockSeconds(row.started) : stamp(row.started)) },
    { id: 'pid', label: t('column.pid'), value: (row) => row.pid, css: 'pid number' },
    { id: 'session', label: t('column.session'), value: (row) => row.session, css: 'session number' },
    { id: 'end', label: '', value: () => '', text: () => '',
      cell: (row) => (may('kill', machine.room) ? html`<button type="button" class="quiet small" @click=${() => end(machine, row)}
        aria-label=${t('processes.end', { name: row.name })}>${t('processes.end.short')}</button>` : nothing) },
  ],
});
