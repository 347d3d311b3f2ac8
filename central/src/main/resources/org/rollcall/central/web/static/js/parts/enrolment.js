// Enrolment on the page of what waits: open a window, close it, say yes or no to a PC that asks.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { get, post } from '../core/api.js';
import { asked } from '../core/asked.js';
import { when } from '../core/format.js';

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
    <label>${t('enrolment.room')} <input name="room" maxlength="100" autocomplete="off" placeholder=${t('enrolment.all')}></label>
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

  const applicantLine = (one) => html`<li><bdi class="strong">${one.name}</bdi><span>${one.room ?? ''}</span>
    <span class="mono dim">${one.hardware}</span><span class="dim">${why(one)}, ${t('waiting.heard', { at: when(one.last) })}</span>
    <span class="waiting-do">${one.approved ? nothing : button(t('decision.approve'), say(one, 'approve'), true)}
      ${button(t('decision.refuse'), say(one, 'refuse'))}</span></li>`;

  const refusedLine = (one) => html`<li><bdi class="strong">${one.account}</bdi><span>${one.room ?? ''}</span>
    <span class="mono dim">${one.hardware}</span><span class="dim">${t('enrolment.refused', { by: one.by })}</span>
    <span class="waiting-do">${button(t('decision.approve'), say(one, 'approve'))}</span></li>`;

  return {
    close: () => found.close(),
    isEmpty: () => !found.value?.applicants?.length,
    view() {
      const answer = found.value;
      if (!answer?.enrols) {
        return found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing;
      }
      const refused = answer.words.filter((one) => !one.yes);
      return html`<section class="card" aria-labelledby="enrolment">
        <div class="waiting-head"><h2 id="enrolment">${t('enrolment.heading')}</h2></div>
        <p class="dim">${answer.windows.length ? t('enrolment.what') : t('enrolment.closed')}</p>
        ${found.wrong ? html`<p class="wrong" role="alert">${found.wrong}</p>` : nothing}
        <ul class="waiting-list">${answer.windows.map(windowLine)}${answer.applicants.map(applicantLine)}${refused.map(refusedLine)}</ul>
        ${form()}</section>`;
    },
  };
}
