// What is ticked in a list; what is gone from the page is no longer counted.
import { redraw } from '../core/redraw.js';

export function selection() {
  const keys = new Set();
  return {
    has: (key) => keys.has(key),
    set(changed, on) {
      changed.forEach((key) => (on ? keys.add(key) : keys.delete(key)));
      redraw();
    },
    clear() {
      keys.clear();
      redraw();
    },
    of: (all) => all.filter((key) => keys.has(key)),
  };
}
