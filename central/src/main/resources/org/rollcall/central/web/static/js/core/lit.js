// What the pages use of lit-html, in one place.
export { html, svg, render, nothing, noChange } from '../../lib/lit-html/lit-html.js';
export { directive, Directive } from '../../lib/lit-html/directive.js';
export { repeat } from '../../lib/lit-html/directives/repeat.js';
export { guard } from '../../lib/lit-html/directives/guard.js';
export { classMap } from '../../lib/lit-html/directives/class-map.js';
export { ref } from '../../lib/lit-html/directives/ref.js';
export { live } from '../../lib/lit-html/directives/live.js';
