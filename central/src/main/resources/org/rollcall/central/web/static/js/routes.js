// Every page and its address.
const routes = [
  [/^\/$/, () => import('./pages/park.js')],
  [/^\/room\/([^/]*)$/, () => import('./pages/room.js')],
  [/^\/machine\/([^/]+)$/, () => import('./pages/machine.js')],
  [/^\/person\/([^/]+)$/, () => import('./pages/person.js')],
  [/^\/history$/, () => import('./pages/history.js')],
  [/^\/usage$/, () => import('./pages/usage.js')],
  [/^\/waiting$/, () => import('./pages/waiting.js')],
  [/^\/audit$/, () => import('./pages/audit.js')],
  [/^\/wall\/([^/]*)$/, () => import('./pages/wall.js'), 'wall'],
  [/^\/sign-in$/, () => import('./pages/sign-in.js'), 'alone'],
];

/** The page of an address, with what the address says, decoded. */
export function find(path) {
  for (const [pattern, load, bare = null] of routes) {
    const match = pattern.exec(path);
    if (match) {
      return { load, bare, values: match.slice(1).map(decoded) };
    }
  }
  return { load: () => import('./pages/missing.js'), bare: null, values: [path] };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
