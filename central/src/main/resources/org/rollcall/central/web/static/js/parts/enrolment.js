// Enrolment on the page of what waits: open a window, close it, say yes or no to a PC that asks.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { get, post } from '../core/api.js';
import { asked } from '../core/asked.js';
import { when } from '../core/format.js';
import { copyButton, list } from './list.js';

const lengths = [1800, 7200, 28800, 86400];

export function enrolment() {
  const found = asked();
  const order = (body) => found.ask((signal) => post('/api/enrolment', body, signal));
  found.ask((signal) => get('/api/enrolment', {}, signal));

  const open = (event) => {
    event.preventDefault();
    const fields = new FormData(event.target);
    order({ order: 'open', room: fields.get('room').trim(), seconds: Number(fields.get('seconds')), known: fields.has('known') });
    event.target.reset();
  };

  const button = (text, body, main) => html`<button type="button" class=${main ? 'main small' : 'small'} ?disabled=${found.busy}
    @click=${() => order(body)}>${text}</button>`;

  const form = () => html`<form class="enrolment-open" @submit=${open}>
    <label>${t('enrolment.room')} <input type="text" name="room" list="rooms" maxlength="100" autocomplete="off" placeholder=${t('enrolment.all')}></label>
    <label>${t('enrolment.for')} <select name="seconds">${lengths.map((n) => html`<option value=${n} ?selected=${n === 7200}>${t(`enrolment.for.${n}`)}</option>`)}</select></label>
    <label class="check"><input type="checkbox" name="known"> ${t('enrolment.known')}</label>
    <button class="small" ?disabled=${found.busy}>${t('enrolment.open')}</button></form>`;

  const windowLine = (one) => html`<li><span class="strong">${one.room ?? t('enrolment.all')}</span><span></span>
    <span>${t('enrolment.until', { at: when(one.until) })}</span>
    <span class="dim"><bdi>${one.by}</bdi>${one.known ? `, ${t('enrolment.known')}` : ''}</span>
    <span class="waiting-do">${button(t('enrolment.close'), { order: 'close', room: one.room })}</span></li>`;

  const say = (one, word) => ({ order: word, jid: one.jid, hardware: one.hardware });

  const why = (one) => {
    if (one.approved) {
      return t('enrolment.approved');
    }
    return one.formerly ? t('enrolment.formerly', { name: one.formerly }) : t(`enrolment.reason.${one.reason}`);
  };

  const decided = (id, label, text, cell) => ({ id, label, css: id, value: text, cell });

  const doing = (buttons) => decided('do', '', () => '', (one) => html`<span class="waiting-do">${buttons(one)}</span>`);

  const spec = (name, rows, nameOf, columns) => ({
    name: 'waiting',
    label: t(`enrolment.${name}`),
    rows,
    sort: 'pc',
    sortParameter: `${name}-sort`,
    key: (one) => `${one.jid} ${one.hardware}`,
    depends: (one) => [one, found.busy],
    columns: [
      decided('pc', t('column.pc'), nameOf, (one) => html`<bdi class="strong">${nameOf(one)}</bdi>`),
      { id: 'room', label: t('column.room'), value: (one) => one.room },
      { id: 'address', label: t('column.hardware'), value: (one) => one.hardware, css: 'address',
        cell: (one) => html`<span class="mono">${one.hardware}</span>` },
      ...columns,
    ],
  });

  const applicants = (rows) => spec('applicants', rows, (one) => one.name, [
    { id: 'about', label: t('column.why'), value: why },
    { id: 'heard', label: t('column.asked'), value: (one) => one.last, text: (one) => when(one.last), downFirst: true },
    doing((one) => html`${one.approved ? nothing : button(t('decision.approve'), say(one, 'approve'), true)}
      ${button(t('decision.refuse'), say(one, 'refuse'))}`),
  ]);

  const refused = (rows) => spec('words', rows, (one) => one.account, [
    { id: 'about', label: t('column.why'), value: (one) => t('enrolment.refused', { by: one.by }) },
    doing((one) => button(t('decision.approve'), say(one, 'approve'))),
  ]);

  const listed = (of) => (of.rows.length === 0 ? nothing : html`<div class="waiting-head sub"><h3>${of.label}</h3>${copyButton(of)}</div>${list(of)}`);

  return {
    close: () => found.close(),
    isEmpty: () => !found.value?.applicants?.length,
    view() {
      const answer = found.value;
      if (!answer?.enrols) {
        return found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing;
      }
      return html`<section class="card wide-card" aria-labelledby="enrolment">
        <div class="waiting-head"><h2 id="enrolment">${t('enrolment.heading')}</h2></div>
        <p class="dim">${answer.windows.length ? t('enrolment.what') : t('enrolment.closed')}</p>
        ${found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing}
        <ul class="waiting-list">${answer.windows.map(windowLine)}</ul>
        ${form()}
        ${listed(applicants(answer.applicants))}
        ${listed(refused(answer.words.filter((one) => !one.yes)))}</section>`;
    },
  };
}
