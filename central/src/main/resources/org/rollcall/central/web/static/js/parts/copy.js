// Plain text to the clipboard; by the old way where the page is not on TLS.
import { t } from '../core/language.js';
import { say } from './notice.js';

function byHand(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden-text';
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

export async function copy(text) {
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    done = byHand(text);
  }
  say(t(done ? 'copied' : 'copy.failed', { n: Math.max(0, text.split('\n').length - 1) }), done ? 'info' : 'bad');
}
