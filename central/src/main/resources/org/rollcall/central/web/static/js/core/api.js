// Requests to central; every failure becomes one Refusal with a sentence for people.
import { language, t, typeset } from './language.js';
import { parse } from './parse.js';

let csrf = '';
let signedOut = () => {};

export class Refusal extends Error {
  constructor(status, reason, sentence) {
    super(sentence);
    this.status = status;
    this.reason = reason;
  }
}

export function onSignedOut(handler) {
  signedOut = handler;
}

export function keepCsrf(token) {
  csrf = token ?? '';
}

export function address(path, values = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function refusal(response) {
  let error = {};
  try {
    error = (await response.json()).error ?? {};
  } catch {
    // A proxy's own page: the status has to say it all.
  }
  if (response.status === 401 && error.reason === 'not-signed-in') {
    signedOut();
  }
  return new Refusal(response.status, error.reason ?? 'internal', typeset(error.sentence) ?? t('error.status', { n: response.status }));
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...options });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refusal(0, 'unreachable', t('error.unreachable'));
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  return response;
}

export async function get(path, values, signal) {
  return parse(await (await request(address(path, { ...values, lang: language() }), { signal })).text());
}

function posted(body, signal) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Rollcall-Csrf': csrf },
    body: JSON.stringify(body),
    signal,
  };
}

export async function post(path, body, signal) {
  return parse(await (await request(address(path, { lang: language() }), posted(body, signal))).text());
}

/** Reads an answer of one JSON object a line, each as it comes. */
export async function postLines(path, body, onLine, signal) {
  const response = await request(address(path, { lang: language() }), posted(body, signal));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop();
    lines.filter((line) => line.trim()).forEach((line) => onLine(parse(line)));
    if (done) {
      if (rest.trim()) {
        onLine(parse(rest));
      }
      return;
    }
  }
}
