// Addresses: which page shows what, the browser's history, and filters in the query.
import { redraw } from './redraw.js';

let go = () => {};

export function onGo(handler) {
  go = handler;
}

export const query = () => new URLSearchParams(location.search);

export function visit(href, { replace = false } = {}) {
  const url = new URL(href, location.href);
  keepScroll();
  history[replace ? 'replaceState' : 'pushState']({}, '', url.pathname + url.search);
  go({ scroll: 0 });
}

/** Changes filters or sorting in the address, without a new page; null takes one out. */
export function setQuery(values, { push = false } = {}) {
  const wanted = query();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') {
      wanted.delete(name);
    } else {
      wanted.set(name, value);
    }
  }
  const text = wanted.toString();
  history[push ? 'pushState' : 'replaceState'](history.state, '', text ? `${location.pathname}?${text}` : location.pathname);
  go({ same: true });
  redraw();
}

function keepScroll() {
  history.replaceState({ ...history.state, scroll: scrollY }, '');
}

export function startRouter() {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => go({ scroll: event.state?.scroll ?? 0 }));
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest?.('a[href]');
    if (!anchor || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (anchor.origin !== location.origin || anchor.hasAttribute('download') || anchor.hasAttribute('data-outside')) {
      return;
    }
    event.preventDefault();
    visit(anchor.href);
  });
}
