// One person's data: to be exported, and erased after the login was typed once more.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';
import { post } from '../core/api.js';
import { redraw } from '../core/redraw.js';
import { closeDialog, openDialog } from './dialog.js';
import { say } from './notice.js';

function ask(login, after) {
  let wrong = '';

  async function erase(event) {
    event.preventDefault();
    const confirm = event.target.elements.confirm.value.trim();
    try {
      const { sessions } = await post(`/api/people/${encodeURIComponent(login)}/erase`, { confirm });
      closeDialog();
      say(t('erase.done', { n: sessions }));
      after();
    } catch (refusal) {
      wrong = refusal.message;
      redraw();
    }
  }

  openDialog(() => html`<h2 id="dialog-title">${t('erase')}</h2>
    <form @submit=${erase}>
      <p>${t('erase.what')}</p>
      <div class="fields"><label>${t('erase.confirm', { login })}<input type="text" name="confirm" required autofocus autocomplete="off"
        autocapitalize="none" spellcheck="false"></label></div>
      <p class="wrong" role="alert">${wrong}</p>
      <div class="dialog-foot"><button type="button" class="quiet" @click=${closeDialog}>${t('cancel')}</button>
        <button class="danger">${t('erase')}</button></div>
    </form>`);
}

export const eraseButton = (login, after) => html`<div class="actions">
  <a class="button" href="/api/people/${encodeURIComponent(login)}/export" download>${t('erase.export')}</a>
  <button type="button" @click=${() => ask(login, after)}>${t('erase')}…</button></div>`;
