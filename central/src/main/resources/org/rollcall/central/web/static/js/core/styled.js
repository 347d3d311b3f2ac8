// Sets style properties by the CSSOM: the security policy forbids style attributes, which lit's styleMap writes first.
import { directive, Directive, noChange } from './lit.js';

class Styled extends Directive {
  render() {
    return noChange;
  }

  update(part, [values]) {
    for (const [name, value] of Object.entries(values)) {
      if (part.element.style.getPropertyValue(name) !== String(value)) {
        part.element.style.setProperty(name, value);
      }
    }
    return noChange;
  }
}

export const styled = directive(Styled);
