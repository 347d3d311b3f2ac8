// Light or dark: the system's (auto) unless the person has chosen.
import { stored } from './stored.js';

const choice = stored('theme');

export const theme = () => choice.get() ?? 'auto';

export function chooseTheme(name) {
  choice.set(name === 'auto' ? null : name);
  apply();
}

export function nextTheme() {
  const order = ['auto', 'light', 'dark'];
  chooseTheme(order[(order.indexOf(theme()) + 1) % order.length]);
}

function apply() {
  if (theme() === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme();
  }
}

apply();
