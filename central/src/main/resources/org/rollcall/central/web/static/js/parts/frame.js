// What is around every page: name, search, pages, live mark, language, theme, person.
import { html, nothing } from '../core/lit.js';
import { chooseLanguage, language, t } from '../core/language.js';
import { nextTheme, theme } from '../core/theme.js';
import { me, offers } from '../core/me.js';
import { redraw } from '../core/redraw.js';
import { liveMark } from './live-mark.js';
import { searchBox } from './search.js';
import { dialogs } from './dialog.js';
import { notices } from './notice.js';

const pages = [
  ['park', '/'],
  ['history', '/history'],
  ['usage', '/usage'],
  ['waiting', '/waiting'],
  ['audit', '/audit'],
];

const current = (href) => (href === '/' ? location.pathname === '/' : location.pathname.startsWith(href));

const navigation = () => html`<nav class="pages" aria-label=${t('nav.label')}>
  ${pages.filter(([name]) => offers(name)).map(([name, href]) => html`<a href=${href}
      aria-current=${current(href) ? 'page' : nothing}>${t(`nav.${name}`)}</a>`)}
  ${me().myRoom ? html`<a class="my-room" href="/room/${encodeURIComponent(me().myRoom)}"
      aria-current=${location.pathname === `/room/${encodeURIComponent(me().myRoom)}` ? 'page' : nothing}>${t('nav.my-room', { room: me().myRoom })}</a>` : nothing}
</nav>`;

function otherLanguage() {
  chooseLanguage(language() === 'fr' ? 'en' : 'fr');
  redraw();
}

function otherTheme() {
  nextTheme();
  redraw();
}

const themeMarks = { auto: '◐', light: '○', dark: '●' };

export const switches = () => html`
  <button class="quiet small" type="button" @click=${otherLanguage} lang=${language() === 'fr' ? 'en' : 'fr'}
    aria-label=${language() === 'fr' ? 'English' : 'Français'}>${language() === 'fr' ? 'EN' : 'FR'}</button>
  <button class="quiet small" type="button" @click=${otherTheme} title=${t(`theme.${theme()}`)}
    aria-label=${t(`theme.${theme()}`)}>${themeMarks[theme()]}</button>`;

const person = (leave) => html`<div class="person">
  <span class="who" title=${me().id}><bdi>${me().name}</bdi></span>
  ${me().signOut === false ? nothing : html`<button class="quiet small" type="button" @click=${leave}>${t('sign-out')}</button>`}
</div>`;

export const brand = () => html`<svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="7"/><circle cx="10" cy="10" r="4" class="on"/><circle cx="22" cy="10" r="4"/>
  <circle cx="10" cy="22" r="4"/><circle cx="22" cy="22" r="4" class="on"/></svg><span class="brand-name">${me().title ?? 'Rollcall'}</span>`;

export const frame = (page, { stale, leave }) => html`
  <a class="skip" href="#main" data-outside>${t('skip')}</a>
  <header class="top">
    <a class="brand" href="/">${brand()}</a>
    ${navigation()}
    ${searchBox()}
    <div class="corner">${liveMark()}<div class="off-phone">${switches()}${person(leave)}</div></div>
  </header>
  ${notices()}
  <main id="main" tabindex="-1" class=${stale ? 'stale' : ''}>${page}</main>
  <footer class="foot"><a href="/privacy" data-outside>${t('privacy')}</a>
    <div class="on-phone">${switches()}${person(leave)}</div>
    <span>${t('keys')} <kbd>/</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> <kbd>Esc</kbd></span>
    <span>Rollcall ${me().version ?? ''}</span></footer>
  ${dialogs()}`;
