// Lines above the page: central's own link, and what just went wrong or well.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { boardLink } from '../core/board.js';
import { redraw } from '../core/redraw.js';
import { when } from '../core/format.js';

const shownMs = 6000;
let message = null;

export function say(text, kind = 'info') {
  const mine = { text, kind };
  message = mine;
  setTimeout(() => {
    if (message === mine) {
      message = null;
      redraw();
    }
  }, shownMs);
  redraw();
}

export const notices = () => html`
  <div class="notices" role="status" aria-live="polite">
    ${boardLink().up ? nothing : html`<p class="notice bad">${t('link.down', { at: when(boardLink().since) })}</p>`}
  </div>
  <div class="toasts" role="status" aria-live="polite">
    ${message ? html`<p class="toast ${message.kind}">${message.text}</p>` : nothing}
  </div>`;
