// Sign in: name and password, checked by central; nothing is kept here.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { me, readMe, signIn } from '../core/me.js';
import { query, visit } from '../core/router.js';
import { redraw } from '../core/redraw.js';
import { begin } from '../main.js';
import { brand, switches } from '../parts/frame.js';

export function open() {
  let busy = false;
  let wrong = '';

  async function submit(event) {
    event.preventDefault();
    const { name, password } = event.target.elements;
    busy = true;
    wrong = '';
    redraw();
    try {
      await signIn(name.value.trim(), password.value);
      await begin();
      visit(target(), { replace: true });
    } catch (refusal) {
      wrong = refusal.message;
      password.value = '';
      password.focus();
    } finally {
      busy = false;
      redraw();
    }
  }

  readMe().then((now) => now.signedIn && visit(target(), { replace: true }), () => {});

  return {
    title: () => t('sign-in'),
    view: () => html`<main class="alone" id="main">
      <form class="sign-in" @submit=${submit}>
        <h1 class="brand">${brand()}</h1>
        <p class="dim">${t('sign-in.intro')}</p>
        <label>${t('sign-in.name')}<input name="name" type="text" required autofocus autocomplete="username" autocapitalize="none"
          spellcheck="false" maxlength="256" placeholder=${me().methods?.includes('xmpp') && !me().methods?.includes('directory') ? t('sign-in.jid') : nothing}></label>
        <label>${t('sign-in.password')}<input name="password" type="password" required autocomplete="current-password" maxlength="1024"></label>
        <p class="wrong" role="alert">${wrong}</p>
        <button class="main" ?disabled=${busy}>${t(busy ? 'sign-in.busy' : 'sign-in')}</button>
      </form>
      <div class="alone-foot"><a href="/privacy" data-outside>${t('privacy')}</a>${switches()}</div>
    </main>`,
  };
}

/** Only a page of this board: an address from a mail must not lead elsewhere. */
function target() {
  const to = query().get('to') ?? '';
  const safe = to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : '/';
  return safe === '/' && me().myRoom ? `/room/${encodeURIComponent(me().myRoom)}` : safe;
}
