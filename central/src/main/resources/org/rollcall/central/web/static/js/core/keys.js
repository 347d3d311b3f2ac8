// The keyboard: / to search, arrows from one thing to the next that looks next, Escape to leave.
const places = '[data-arrow]';

function near(from, to, key) {
  const dx = to.left + to.width / 2 - (from.left + from.width / 2);
  const dy = to.top + to.height / 2 - (from.top + from.height / 2);
  const [ahead, aside] = {
    ArrowRight: [dx, dy],
    ArrowLeft: [-dx, dy],
    ArrowDown: [dy, dx],
    ArrowUp: [-dy, dx],
  }[key];
  return ahead > 1 ? ahead + 3 * Math.abs(aside) : Infinity;
}

function move(event) {
  const active = document.activeElement;
  const area = active?.closest?.('[data-arrows]') ?? document.querySelector('[data-arrows]');
  if (!area) {
    return;
  }
  if (!active?.matches?.(places)) {
    if (active === document.body || active?.id === 'main') {
      area.querySelector(places)?.focus();
      event.preventDefault();
    }
    return;
  }
  const from = active.getBoundingClientRect();
  let best = null;
  let least = Infinity;
  for (const candidate of area.querySelectorAll(places)) {
    const distance = candidate === active ? Infinity : near(from, candidate.getBoundingClientRect(), event.key);
    if (distance < least) {
      [best, least] = [candidate, distance];
    }
  }
  if (best) {
    best.focus();
    event.preventDefault();
  }
}

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select') !== null && event.target.type !== 'checkbox';
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '/' && !typing) {
      event.preventDefault();
      document.getElementById('search')?.focus();
    } else if (event.key.startsWith('Arrow') && !typing && !document.querySelector('dialog[open]')) {
      move(event);
    } else if (event.key === 'Escape' && typing && event.target.type !== 'search') {
      event.target.blur();
    }
  });
}
