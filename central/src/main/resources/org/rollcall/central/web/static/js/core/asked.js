// What a page has asked of central: the answer, or why there is none; a newer question replaces an older one.
import { redraw } from './redraw.js';

export function asked() {
  let stop = null;
  const state = {
    value: null,
    wrong: '',
    busy: false,
    /** @param question (signal) → promise */
    async ask(question) {
      stop?.abort();
      const mine = new AbortController();
      stop = mine;
      state.busy = true;
      redraw();
      try {
        const value = await question(mine.signal);
        if (stop === mine) {
          [state.value, state.wrong] = [value, ''];
        }
      } catch (failure) {
        if (stop === mine && failure.name !== 'AbortError') {
          state.wrong = failure.message;
        }
      } finally {
        if (stop === mine) {
          state.busy = false;
          redraw();
        }
      }
      return state.value;
    },
    close() {
      stop?.abort();
      stop = null;
    },
  };
  return state;
}
