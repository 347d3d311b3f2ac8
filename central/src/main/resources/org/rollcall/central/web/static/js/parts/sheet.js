// A machine's hardware sheet: as it was last told, asked for where there is none yet.
import { html, nothing } from '../core/lit.js';
import { knows, t } from '../core/language.js';
import { bytes, stamp, when } from '../core/format.js';
import { postLines } from '../core/api.js';
import { asked } from '../core/asked.js';
import { isOn } from '../core/board.js';
import { may } from '../core/me.js';
import { asObjects } from './table.js';

const groups = ['hardware', 'system', 'network', 'disks', 'agent'];

const label = (fact) => {
  const key = `sheet.${fact.replace(/\.\d+/g, '')}`;
  const index = /\.(\d+)/.exec(fact)?.[1];
  return knows(key) ? `${t(key)}${index && index !== '1' ? ` ${index}` : ''}` : fact;
};

const isTime = /^\d{4}-\d\d-\d\dT/;

const value = (row) => (row.size !== null && row.size !== undefined ? bytes(row.size) : isTime.test(row.value) ? stamp(row.value) : row.value);

export function sheetOf(account, more) {
  const newer = asked();
  let tried = false;

  function ask() {
    tried = true;
    newer.ask(async (signal) => {
      let answer = null;
      await postLines('/api/ask', { machines: [account], command: 'host', arguments: {}, order: false, timeout: 20 },
        (line) => { answer = line.type === 'outcome' ? line : answer; }, signal);
      if (!answer?.ok) {
        throw new Error(answer?.sentence ?? t('sheet.none'));
      }
      return { at: answer.at, ...answer.table };
    });
  }

  const askable = (machine) => isOn(machine) && may('host', machine.room);

  function refresh(machine, sheet) {
    if (!tried && more.value && askable(machine) && !sheet) {
      queueMicrotask(ask);
      tried = true;
    }
  }

  return {
    close: () => newer.close(),
    view(machine) {
      const sheet = newer.value ?? more.value?.sheet;
      refresh(machine, sheet);
      const rows = asObjects(sheet);
      return html`<section class="card"><h2>${t('sheet')} ${sheet?.at ? html`<span class="dim">${t('as-of', { at: when(sheet.at) })}</span>` : nothing}
          ${askable(machine) ? html`<button type="button" class="quiet small" ?disabled=${newer.busy} @click=${ask}>${t(newer.busy ? 'loading' : 'sheet.ask')}</button>` : nothing}</h2>
        ${newer.wrong ? html`<p class="wrong">${newer.wrong}</p>` : nothing}
        ${rows.length === 0 && !newer.busy ? html`<p class="dim">${t('sheet.none')}</p>` : nothing}
        ${[...new Set([...groups, ...rows.map((row) => row.group)])].map((group) => [group, rows.filter((row) => row.group === group)]).filter(([, of]) => of.length).map(([group, of]) => html`
          <h3>${knows(`sheet.group.${group}`) ? t(`sheet.group.${group}`) : group}</h3>
          <dl class="facts">${of.map((row) => html`<dt>${label(row.fact)}</dt><dd><bdi>${value(row)}</bdi></dd>`)}</dl>`)}
      </section>`;
    },
  };
}
