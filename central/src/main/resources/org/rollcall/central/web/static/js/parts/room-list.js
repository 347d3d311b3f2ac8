// A room's machines as rows: PC, since, address, login, full name, group, state.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { firstSession, machineHref, personHref, shortName } from '../core/names.js';
import { sinceColumn } from './columns.js';
import { mark } from './marks.js';
import { remarks, stateText } from './state.js';

const others = (machine) => Math.max(0, (machine.sessions?.length ?? 0) - 1) + (machine.more ?? 0);

export const roomList = (rows, ticked) => ({
  name: 'machines',
  label: t('room.list'),
  rows,
  key: (machine) => machine.account,
  nameOf: (machine) => machine.name,
  selection: ticked,
  empty: t('room.empty'),
  rowClass: (machine) => `${machine.condition} ${firstSession(machine)?.staff ? 'staff' : ''} ${machine.unconfirmed ? 'unconfirmed' : ''}`,
  columns: [
    { id: 'pc', label: t('column.pc'), value: (machine) => machine.name,
      cell: (machine) => html`${mark(machine.condition)}<a class="plain strong" data-arrow href=${machineHref(machine)} title=${machine.name}><bdi>${shortName(machine)}</bdi></a>` },
    sinceColumn((machine) => firstSession(machine)?.since),
    { id: 'address', label: t('column.address'), value: (machine) => machine.address },
    { id: 'login', label: t('column.login'), value: (machine) => firstSession(machine)?.user,
      cell: (machine) => (firstSession(machine) ? html`<a class="plain" href=${personHref(firstSession(machine).user)}><bdi>${firstSession(machine).user}</bdi></a>` : nothing) },
    { id: 'name', label: t('column.name'), value: (machine) => firstSession(machine)?.fullName,
      cell: (machine) => html`<bdi class="person-name">${firstSession(machine)?.fullName}</bdi>${others(machine) ? html` <span class="more" title=${t('others', { n: others(machine) })}>+${others(machine)}</span>` : nothing}` },
    { id: 'group', label: t('column.group'), value: (machine) => firstSession(machine)?.group,
      cell: (machine) => html`<bdi>${firstSession(machine)?.group}</bdi>` },
    { id: 'state', label: t('column.state'), value: (machine) => stateText(machine),
      cell: (machine) => html`<bdi>${stateText(machine)}</bdi>${remarks(machine).map((text) => html` <span class="warn" title=${text}>⚠ ${text}</span>`)}` },
  ],
});
