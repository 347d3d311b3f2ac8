// What does not fit its place can be read by pointing at it.
const cut = '.cell, .seat-person, .place-person, .place-state, .wall-state, .person .who, .session-who';

const isCut = (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 2;

export function startTips() {
  document.addEventListener('mouseover', (event) => {
    const element = event.target.closest?.(cut);
    // A title that is there for another reason stays.
    if (!element || (element.title && !element.dataset.tip)) {
      return;
    }
    const text = isCut(element) ? element.innerText.replace(/\s+/g, ' ').trim() : '';
    element.title = text;
    element.dataset.tip = text ? 'yes' : '';
  });
}
