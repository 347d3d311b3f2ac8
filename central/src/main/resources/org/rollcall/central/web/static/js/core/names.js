// How machines and people are called on the page, and where their pages are.
export const roomHref = (name) => `/room/${encodeURIComponent(name)}`;
export const machineHref = (machine) => `/machine/${encodeURIComponent(machine.account)}`;
export const personHref = (login) => `/person/${encodeURIComponent(login)}`;

/** Within its room a machine is its seat; elsewhere its name. */
export const shortName = (machine) => machine.seat ?? machine.name;

export const personName = (session) => session.fullName ?? session.user;

/** The one who sits there, or whom the machine stands for; null when there is nobody. */
export const firstSession = (machine) => machine.sessions?.[0] ?? null;

const collators = new Map();

/** Accents, case and numbers as people sort them. */
export function compareText(a, b) {
  const tag = document.documentElement.lang;
  if (!collators.has(tag)) {
    collators.set(tag, new Intl.Collator(tag, { numeric: true, sensitivity: 'base' }));
  }
  return collators.get(tag).compare(a, b);
}

export const plain = (text) => String(text ?? '').normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
