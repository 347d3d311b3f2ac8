// A bar of occupancy.
import { html } from '../core/lit.js';

export const bar = (part, whole) => html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
  <rect class="bar-ground" width="100" height="4"/>
  <rect class="bar-part" width=${whole ? (100 * part) / whole : 0} height="4"/></svg>`;
