// What is running, asked for again and again while the page is in view: the person's own first, the rest folded away.
import { html, nothing } from '../core/lit.js';
import { t } from '../core/language.js';
import { clockSeconds } from '../core/format.js';
import { postLines } from '../core/api.js';
import { asked } from '../core/asked.js';
import { isOn, machineByAccount } from '../core/board.js';
import { may } from '../core/me.js';
import { query } from '../core/router.js';
import { redraw } from '../core/redraw.js';
import { processList } from './process-list.js';
import { copyButton, filterField, list } from './list.js';
import { asObjects } from './table.js';

const everyMs = 5000;

const ownerOf = (row) => String(row.user ?? '').replace(/^.*\\/, '').toLowerCase();

export function watchProcesses(account) {
  const latest = asked();
  let unfolded = false;
  let timer = 0;
  let closed = false;

  const ask = () => latest.ask(async (signal) => {
    let answer = null;
    await postLines('/api/ask', { machines: [account], command: 'processes', arguments: {}, order: false },
      (line) => { answer = line.type === 'outcome' ? line : answer; }, signal);
    if (!answer?.ok) {
      throw new Error(answer?.sentence ?? t('processes.none'));
    }
    return { at: answer.at, rows: asObjects(answer.table), note: answer.table.note };
  });

  async function round() {
    const machine = machineByAccount(account);
    if (document.visibilityState === 'visible' && machine && isOn(machine) && may('processes', machine.room)) {
      await ask();
    }
    if (!closed) {
      timer = setTimeout(round, everyMs);
    }
  }

  function seen() {
    if (document.visibilityState === 'visible') {
      clearTimeout(timer);
      round();
    }
  }

  function fold() {
    unfolded = !unfolded;
    redraw();
  }

  document.addEventListener('visibilitychange', seen);
  round();

  return {
    close() {
      closed = true;
      clearTimeout(timer);
      latest.close();
      document.removeEventListener('visibilitychange', seen);
    },
    view(machine) {
      const people = new Set((machine.sessions ?? []).map((session) => session.user.toLowerCase()));
      const rows = latest.value?.rows ?? [];
      const own = processList(machine, rows.filter((row) => people.has(ownerOf(row))), 'own');
      const system = processList(machine, rows.filter((row) => !people.has(ownerOf(row))), 'system');
      const open = unfolded || (query().get('filter') ?? '') !== '';
      return html`<section class="card wide-card">
        <div class="tools"><h2>${t('processes')}</h2>
          ${filterField(own)}${copyButton({ ...own, rows })}
          <span class="dim live-at">${latest.wrong ? html`<span class="wrong">${latest.wrong}</span>`
            : latest.value ? t('as-of', { at: clockSeconds(latest.value.at) }) : t('loading')}</span></div>
        ${latest.value ? html`${list(own)}
          <button type="button" class="quiet fold" aria-expanded=${open} @click=${fold}>${open ? '▾' : '▸'} ${t('processes.system', { n: system.rows.length })}</button>
          ${open ? list(system) : nothing}
          ${latest.value.note ? html`<p class="dim">${latest.value.note}</p>` : nothing}` : nothing}
      </section>`;
    },
  };
}
