// An address without a page.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';

export const open = () => ({
  title: () => t('missing'),
  view: () => html`<h1>${t('missing')}</h1><p class="dim">${t('missing.what')} <a href="/">${t('nav.park')}</a></p>`,
});
