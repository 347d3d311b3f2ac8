// Everybody who is logged on now, in one list.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';
import { allMachines } from '../core/board.js';
import { machineHref, personHref, personName, roomHref } from '../core/names.js';
import { sinceColumn } from './columns.js';
import { mark } from './marks.js';
import { stateText } from './state.js';

const rows = () => allMachines().flatMap((machine) => (machine.sessions ?? []).map((session) => ({ machine, session })));

export const peopleList = () => ({
  name: 'people',
  label: t('park.view.people'),
  sort: 'person',
  rows: rows(),
  key: ({ machine, session }) => `${machine.jid} ${session.uid ?? session.id}`,
  depends: ({ machine, session }) => [machine, session],
  rowClass: ({ machine, session }) => `${session.staff ? 'staff' : ''} ${session.state === 'active' ? machine.condition : 'left'}`,
  columns: [
    { id: 'person', label: t('column.person'), value: ({ session }) => personName(session),
      cell: ({ session }) => html`<a class="plain" data-arrow href=${personHref(session.user)}><bdi>${personName(session)}</bdi></a>` },
    { id: 'login', label: t('column.login'), value: ({ session }) => session.user,
      cell: ({ session }) => html`<bdi>${session.user}</bdi>` },
    { id: 'group', label: t('column.group'), value: ({ session }) => session.group,
      cell: ({ session }) => html`<bdi>${session.group}</bdi>` },
    { id: 'pc', label: t('column.pc'), value: ({ machine }) => machine.name,
      cell: ({ machine }) => html`<a href=${machineHref(machine)}><bdi>${machine.name}</bdi></a>` },
    { id: 'room', label: t('column.room'), value: ({ machine }) => machine.room,
      cell: ({ machine }) => html`<a class="plain" href=${roomHref(machine.room ?? '')}>${machine.room}</a>` },
    sinceColumn(({ session }) => session.since),
    { id: 'state', label: t('column.state'), value: ({ machine, session }) => (session.state === 'active' ? stateText(machine) : t('condition.left')),
      cell: ({ machine, session }) => html`${mark(session.state === 'active' ? machine.condition : 'left')} ${session.state === 'active' ? stateText(machine) : t('condition.left')}` },
  ],
});
