// Starts the page: who am I, the board, the address; then draws whenever something has changed.
import { html, render } from './core/lit.js';
import { t } from './core/language.js';
import './core/theme.js';
import { get, onSignedOut } from './core/api.js';
import { boardLink, takeSnapshot } from './core/board.js';
import { goLive, liveNow, onEnded, stopLive } from './core/live.js';
import { me, readMe, signOut } from './core/me.js';
import { onDraw, redraw } from './core/redraw.js';
import { onGo, startRouter, visit } from './core/router.js';
import { startKeys } from './core/keys.js';
import { startTips } from './core/tips.js';
import { find } from './routes.js';
import { frame } from './parts/frame.js';
import { say } from './parts/notice.js';

const app = document.getElementById('app');
let page = null;
let shown = false;
let going = 0;

async function open({ scroll = 0, same = false } = {}) {
  if (same) {
    page?.queryChanged?.();
    return;
  }
  const mine = ++going;
  const { load, values, bare } = find(location.pathname);
  if (!me().signedIn && location.pathname !== '/sign-in') {
    visit(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
    return;
  }
  const module = await load();
  if (mine !== going) {
    return;
  }
  page?.close?.();
  page = Object.assign(module.open(values), { bare });
  draw();
  scrollTo(0, scroll);
}

function draw() {
  if (!page) {
    return;
  }
  document.title = `${page.title()} · ${me().title ?? 'Rollcall'}`;
  const stale = liveNow().lost || !boardLink().up;
  document.documentElement.classList.toggle('wall-page', page.bare === 'wall');
  show(page.bare ? page.view({ stale }) : frame(page.view({ stale }), { stale, leave }));
}

function show(view) {
  if (!shown) {
    // What the document itself showed meanwhile.
    app.replaceChildren();
    shown = true;
  }
  render(view, app);
}

async function leave() {
  stopLive();
  await signOut();
  visit('/sign-in');
}

/** Also called by the sign-in page, once it is done. */
export async function begin() {
  takeSnapshot(await get('/api/board'));
  goLive();
}

async function checkMe() {
  try {
    if (!(await readMe()).signedIn) {
      stopLive();
      open();
    }
  } catch {
    // Central cannot be reached: the feed goes on trying.
  }
}

// Whoever sits at a PC of a room lands there, once: afterwards the park is the park, also after a reload.
function landInMyRoom() {
  if (me().myRoom && location.pathname === '/' && location.search === '' && history.state === null) {
    history.pushState({}, '', `/room/${encodeURIComponent(me().myRoom)}`);
  } else if (history.state === null) {
    history.replaceState({}, '');
  }
}

async function start() {
  onDraw(draw);
  onGo(open);
  onSignedOut(checkMe);
  onEnded(checkMe);
  startRouter();
  startKeys();
  startTips();
  try {
    find(location.pathname).load();
    await readMe();
    if (me().signedIn) {
      await begin();
    }
  } catch (failure) {
    show(html`<main class="alone"><h1>Rollcall</h1><p>${failure.message}</p>
      <button type="button" @click=${() => location.reload()}>${t('again')}</button></main>`);
    return;
  }
  landInMyRoom();
  await open();
}

addEventListener('unhandledrejection', (event) => {
  if (event.reason?.name === 'AbortError') {
    event.preventDefault();
  } else {
    say(event.reason?.message ?? String(event.reason), 'bad');
  }
});

start().finally(redraw);
