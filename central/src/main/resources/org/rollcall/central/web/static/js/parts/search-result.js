// One line of the search's answer.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { when } from '../core/format.js';
import { mark } from './marks.js';

const lines = {
  session: (found) => html`${mark(found.condition)}<span class="main"><bdi class="strong">${found.fullName ?? found.user}</bdi>
      <bdi class="dim">${found.user}</bdi></span>
    <span class="side">${t('search.on', { machine: found.name })} <span class="dim">${t('since', { at: when(found.since) })}</span></span>`,
  room: (found) => html`<span class="mark-space"></span><span class="main strong">${found.room}</span>
    <span class="side">${found.inUse} / ${found.total}</span>`,
  machine: (found) => html`${mark(found.condition)}<span class="main"><bdi class="strong">${found.name}</bdi>
      <span class="mono dim">${found.address ?? nothing}</span></span>
    <span class="side">${t(`condition.${found.condition}`)}</span>`,
  person: (found) => html`<span class="mark-space"></span><span class="main"><bdi>${found.fullName ?? found.user}</bdi>
      <bdi class="dim">${found.user}</bdi></span>
    <span class="side dim">${found.last ? t('search.last', { machine: found.last.name, at: when(found.last.logoff ?? found.last.logon) }) : nothing}</span>`,
};

export const result = (found) => lines[found.type]?.(found) ?? nothing;
