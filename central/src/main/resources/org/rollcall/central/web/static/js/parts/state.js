// What a machine is doing, in words: "idle 12 min", "off; last: kevin.marchais 17:52".
import { t } from '../core/language.js';
import { ago, duration, when } from '../core/format.js';
import { secondsSince } from '../core/time.js';
import { firstSession } from '../core/names.js';

export function stateText(machine) {
  const session = firstSession(machine);
  switch (machine.condition) {
    case 'locked':
      return t('state.locked', { for: ago(secondsSince(session?.idleSince ?? machine.since)) });
    case 'idle':
      return t('state.idle', { for: ago(secondsSince(session?.idleSince ?? machine.since)) });
    case 'off':
      return machine.lastUser
        ? t('state.off.last', { user: machine.lastUser, at: when(machine.lastUserAt) })
        : t('condition.off');
    case 'lost':
      return machine.since ? t('state.lost', { at: when(machine.since) }) : t('condition.lost');
    default:
      return t(`condition.${machine.condition}`);
  }
}

/** As little as fits a seat, beside a mark and a shape that say which state it is. */
export function shortState(machine) {
  const session = firstSession(machine);
  switch (machine.condition) {
    case 'in-use':
      return session?.group ?? '';
    case 'locked':
    case 'idle':
      return ago(secondsSince(session?.idleSince ?? machine.since));
    case 'lost':
      return machine.since ? t('since', { at: when(machine.since) }) : t('condition.lost');
    case 'left':
      return t('condition.left.short');
    default:
      return t(`condition.${machine.condition}`);
  }
}

/** What else a person should know of it, each a short sentence. */
export function remarks(machine) {
  const found = [];
  if (machine.unconfirmed) {
    found.push(t('remark.unconfirmed'));
  }
  if (machine.clockOff) {
    found.push(t(machine.clockOff > 0 ? 'remark.clock.ahead' : 'remark.clock.behind', {
      by: duration(Math.abs(machine.clockOff)) }));
  }
  if (machine.hardwareChanged) {
    found.push(t('remark.hardware'));
  }
  return found;
}
