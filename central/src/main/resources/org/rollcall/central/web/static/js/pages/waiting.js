// What waits for an administrator: mistakes in files, enrolments, clones, old agents, wrong clocks, machines never or
// long not seen.
import { html, nothing } from '../core/lit.js';
import { knows, t, typeset } from '../core/language.js';
import { get, post } from '../core/api.js';
import { asked } from '../core/asked.js';
import { duration, when } from '../core/format.js';
import { machineHref } from '../core/names.js';
import { enrolment } from '../parts/enrolment.js';
import { copyButton, filterField, list, shown } from '../parts/list.js';
import { keepWaiting } from '../parts/waiting-count.js';

const sections = [
  ['enrolments', (answer) => answer.machines.filter((machine) => machine.standing === 'waiting'), ['approve', 'refuse']],
  ['hardware', (answer) => answer.hardwareChanged, ['accept-hardware']],
  ['clocks', (answer) => answer.clocks, []],
  ['old', (answer) => answer.oldAgents, []],
  ['silent', (answer) => answer.silent, []],
  ['never', (answer) => answer.neverSeen, []],
  ['refused', (answer) => answer.machines.filter((machine) => machine.standing === 'refused'), ['approve', 'remove']],
];

// What only some of the lists have to say of a machine.
const about = {
  clocks: (machine) => t(machine.clockOff > 0 ? 'remark.clock.ahead' : 'remark.clock.behind', { by: duration(Math.abs(machine.clockOff)) }),
  old: (machine) => machine.version,
};

const heard = (machine) => machine.lastSeen ?? machine.lastHeard ?? '';

const specOf = (name, rows, more) => ({
  name: 'waiting',
  label: t(`waiting.${name}`, { n: rows.length, days: '', version: '' }),
  rows,
  sort: 'pc',
  sortParameter: `${name}-sort`,
  key: (machine) => machine.jid,
  columns: [
    { id: 'pc', label: t('column.pc'), value: (machine) => machine.name,
      cell: (machine) => (machine.condition ? html`<a class="strong plain" data-arrow href=${machineHref(machine)}><bdi>${machine.name}</bdi></a>`
        : html`<bdi class="strong">${machine.name}</bdi>`) },
    { id: 'room', label: t('column.room'), value: (machine) => machine.room },
    { id: 'address', label: t('column.address'), value: (machine) => machine.address ?? machine.jid,
      cell: (machine) => html`<bdi>${machine.address ?? machine.jid}</bdi>` },
    ...(about[name] ? [{ id: 'about', label: t('column.about'), value: about[name] }] : []),
    { id: 'heard', label: t('column.heard'), value: heard, text: (machine) => when(heard(machine)), downFirst: true },
    ...more,
  ],
});

export function open() {
  const found = asked();
  const enrolling = enrolment();

  const keep = (answer) => {
    keepWaiting(answer);
    return answer;
  };

  const decide = (decision, machines) => found.ask(async (signal) =>
    keep(await post('/api/waiting', { decision, machines: machines.map((machine) => machine.jid) }, signal)));

  found.ask(async (signal) => keep(await get('/api/waiting', {}, signal)));

  const button = (decision, machines, text) => html`<button type="button" class=${decision === 'approve' ? 'main small' : 'small'}
    ?disabled=${found.busy} @click=${() => decide(decision, machines)}>${text}</button>`;

  const deciding = (decisions) => (decisions.length === 0 ? [] : [{ id: 'do', label: '', css: 'do', value: () => '', text: () => '',
    cell: (machine) => html`<span class="waiting-do">${decisions.map((decision) => button(decision, [machine], t(`decision.${decision}`)))}</span>` }]);

  function section(name, machines, decisions, answer) {
    if (machines.length === 0) {
      return nothing;
    }
    const spec = { ...specOf(name, machines, deciding(decisions)), depends: (machine) => [machine, found.busy] };
    const seen = shown(spec);
    return html`<section class="card wide-card" id=${name}>
      <div class="waiting-head"><h2>${t(`waiting.${name}`, { n: machines.length, days: answer.silentDays, version: answer.newestVersion ?? '' })}</h2>
        <span class="waiting-do">${copyButton(spec)}
        ${decisions.length && seen.length > 1 ? button(decisions[0], seen, t('decision.all', { what: t(`decision.${decisions[0]}`), n: seen.length })) : nothing}</span></div>
      <p class="dim">${t(`waiting.${name}.what`)}</p>
      ${list(spec)}</section>`;
  }

  const troubles = (list) => (list.length === 0 ? nothing : html`<section class="card" id="troubles">
    <div class="waiting-head"><h2>${t('waiting.troubles', { n: list.length })}</h2></div>
    <p class="dim">${t('waiting.troubles.what')}</p>
    <ul class="waiting-list troubles">${list.map((one) => html`<li>
      <bdi class="mono strong">${knows(`waiting.trouble.${one.where}`) ? t(`waiting.trouble.${one.where}`) : one.where}</bdi>
      <bdi>${typeset(one.sentence)}</bdi><span class="dim">${t('waiting.since', { at: when(one.since) })}</span></li>`)}</ul></section>`);

  return {
    title: () => t('nav.waiting'),
    close() {
      found.close();
      enrolling.close();
    },
    view() {
      const answer = found.value;
      const filled = answer ? sections.map(([name, of, decisions]) => [name, of(answer) ?? [], decisions]) : [];
      return html`<div class="page-head"><h1>${t('waiting.heading')}</h1><div class="tools">${filterField({})}</div></div>
        ${found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing}
        <div class="waiting-page">${enrolling.view()}${answer ? troubles(answer.troubles) : nothing}${filled.map(([name, machines, decisions]) => section(name, machines, decisions, answer))}</div>
        ${answer && enrolling.isEmpty() && answer.troubles.length === 0 && filled.every(([, machines]) => machines.length === 0) ? html`<p class="empty">${t('waiting.nothing')}</p>` : nothing}
        ${answer?.unknownHeard ? html`<p class="dim">${t('waiting.unknown', { n: answer.unknownHeard })}</p>` : nothing}`;
    },
  };
}
