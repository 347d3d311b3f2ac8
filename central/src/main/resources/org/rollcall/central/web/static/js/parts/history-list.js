// Sessions that were, as rows with how long and how they ended.
import { html, nothing } from '../core/lit.js';
import { knows, t } from '../core/language.js';
import { duration, when } from '../core/format.js';
import { machineHref, personHref, personName, roomHref } from '../core/names.js';
import { secondsSince } from '../core/time.js';
import { mark } from './marks.js';

const ended = (row) => (row.logoff ? (knows(`ended.${row.ended}`) ? t(`ended.${row.ended}`) : row.ended ?? '') : t('history.open'));

const lasted = (row) => row.lasted ?? (row.logoff ? (Date.parse(row.logoff) - Date.parse(row.logon)) / 1000 : secondsSince(row.logon));

/** @param person whether the rows are of several people */
export const historyList = (rows, { sort, person = true }) => ({
  name: person ? 'history' : 'history of-one',
  label: t('nav.history'),
  sort,
  rows,
  key: (row) => row.id,
  rowClass: (row) => (row.logoff ? '' : 'open'),
  columns: [
    { id: 'logon', label: t('column.logon'), value: (row) => row.logon, text: (row) => when(row.logon), downFirst: true },
    { id: 'logoff', label: t('column.logoff'), value: (row) => row.logoff ?? '9', text: (row) => (row.logoff ? when(row.logoff) : '') },
    { id: 'lasted', label: t('column.lasted'), value: lasted, text: (row) => duration(lasted(row)), downFirst: true, css: 'lasted number' },
    { id: 'person', label: t('column.person'), value: personName,
      cell: (row) => (row.user ? html`<a class="plain" data-arrow href=${personHref(row.user)}><bdi>${personName(row)}</bdi></a>` : html`<span class="dim">${t('history.erased')}</span>`) },
    { id: 'login', label: t('column.login'), value: (row) => row.user, cell: (row) => html`<bdi>${row.user}</bdi>` },
    { id: 'group', label: t('column.group'), value: (row) => row.group, cell: (row) => html`<bdi>${row.group}</bdi>` },
    { id: 'pc', label: t('column.pc'), value: (row) => row.name, cell: (row) => html`<a ?data-arrow=${!person} href=${machineHref(row)}><bdi>${row.name}</bdi></a>` },
    { id: 'room', label: t('column.room'), value: (row) => row.room, cell: (row) => (row.room ? html`<a class="plain" href=${roomHref(row.room)}>${row.room}</a>` : nothing) },
    { id: 'address', label: t('column.address'), value: (row) => row.address },
    { id: 'ended', label: t('column.ended'), value: ended, cell: (row) => html`${row.logoff ? nothing : mark('in-use')}${ended(row)}` },
  ].filter((column) => person || !['person', 'login', 'group'].includes(column.id)),
});
