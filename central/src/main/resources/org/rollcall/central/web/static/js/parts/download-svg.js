// A picture of the page as an SVG file of its own: colours and fonts written into it, as the page's styles stay here.
import { html } from '../core/lit.js';
import { t } from '../core/language.js';

const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'font-family'];

function standalone(picture) {
  const copy = picture.cloneNode(true);
  const [, , width, height] = picture.getAttribute('viewBox').split(' ');
  const originals = [...picture.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    kept.forEach((name) => element.setAttribute(name, style.getPropertyValue(name)));
    element.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', width);
  ground.setAttribute('height', height);
  ground.setAttribute('fill', getComputedStyle(picture.closest('figure')).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy).replace(/<!--[\s\S]*?-->/g, '');
}

function save(id, name) {
  const text = standalone(document.querySelector(`#${id} svg.chart`));
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `${name}.svg`;
  anchor.dataset.outside = '';
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export const downloadButton = (id, name) => html`<button type="button" class="quiet small" @click=${() => save(id, name)}>${t('download')}</button>`;
