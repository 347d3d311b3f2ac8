// A choice kept in this browser; works for as long as the page lives where storage is forbidden.
export function stored(name) {
  const key = `rollcall-${name}`;
  let here = null;
  try {
    here = localStorage.getItem(key);
  } catch {
    // Private windows of some browsers refuse: then it is not kept.
  }
  return {
    get: () => here,
    set(value) {
      here = value;
      try {
        if (value === null) {
          localStorage.removeItem(key);
        } else {
          localStorage.setItem(key, value);
        }
      } catch {
        // As above.
      }
    },
  };
}
