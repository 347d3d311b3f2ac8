// Who looks at the page, and what that person may do: what is not allowed is not shown.
import { get, keepCsrf, post } from './api.js';

const order = ['viewer', 'operator', 'admin'];
let current = { signedIn: false, methods: [] };

export const me = () => current;

function keep(answer) {
  current = answer;
  keepCsrf(answer.csrf);
  return current;
}

export const readMe = async () => keep(await get('/api/me'));

export const signIn = async (name, password) => keep(await post('/api/sign-in', { name, password }));

export const signOut = async () => keep(await post('/api/sign-out', {}));

export const covers = (role, least) => order.indexOf(role) >= order.indexOf(least) && order.includes(least);

/** The viewer's role for a room; null when none. */
export const roleIn = (room) => current.rooms?.[room] ?? current.everywhere ?? null;

/** The role that a command asks for; null when the person may use it nowhere. */
export const commandRole = (name) => current.commands?.find((command) => command.name === name)?.role ?? null;

export function may(command, room) {
  const least = commandRole(command);
  return least !== null && covers(roleIn(room), least);
}

export const offers = (page) => (current.pages ?? []).includes(page);
