// What an order needs to be told, beside whom.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';

const delays = ['0s', '1m', '5m', '10m', '30m'];

const later = () => html`
  <label>${t('field.delay')}<select name="delay">${delays.map((delay) => html`<option value=${delay} ?selected=${delay === '1m'}>${
    t(`field.delay.${delay}`)}</option>`)}</select></label>
  <label>${t('field.text')}<input name="text" type="text" maxlength="500" autocomplete="off"></label>
  <label class="check"><input type="checkbox" name="if-free" value="true">${t('field.if-free')}</label>`;

const needed = {
  message: () => html`<label>${t('field.message')}<textarea name="text" required maxlength="1000" rows="3" autofocus></textarea></label>`,
  restart: later,
  shutdown: later,
};

export const fields = (command) => (needed[command] ? html`<div class="fields">${needed[command]()}</div>` : nothing);
