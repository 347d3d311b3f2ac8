// The one dialog that may be open: a native modal, which keeps the focus and closes with Escape.
import { html, nothing, ref } from '../core/lit.js';
import { redraw } from '../core/redraw.js';

let content = null;
let opener = null;
let closed = () => {};

/** @param view draws what is inside; onClose hears of its end, however it came */
export function openDialog(view, { onClose = () => {} } = {}) {
  opener = document.activeElement;
  content = view;
  closed = onClose;
  redraw();
}

export function closeDialog() {
  const after = closed;
  content = null;
  closed = () => {};
  redraw();
  after();
  requestAnimationFrame(() => opener?.isConnected && opener.focus());
}

// Called while the page is being drawn, when the element is not yet in it.
const show = (element) => queueMicrotask(() => {
  if (element?.isConnected && !element.open) {
    element.showModal();
  }
});

function cancelled(event) {
  event.preventDefault();
  closeDialog();
}

export const dialogs = () => (content === null ? nothing
  : html`<dialog class="dialog" ${ref(show)} @cancel=${cancelled} aria-labelledby="dialog-title">${content()}</dialog>`);
