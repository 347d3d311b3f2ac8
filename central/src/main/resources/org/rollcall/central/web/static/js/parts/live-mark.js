// Live, or since when it is not.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';
import { clockSeconds } from '../core/format.js';
import { liveNow } from '../core/live.js';

export function liveMark() {
  const { up, heardAt, lost } = liveNow();
  const text = up ? t('live') : heardAt ? t('live.reconnecting', { at: clockSeconds(heardAt) }) : t('live.connecting');
  return html`<div class="live ${up ? 'up' : lost ? 'down' : ''}" role="status" aria-live="polite">
    <svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="3.6"/></svg><span>${text}</span></div>`;
}
