// The language: the browser's, unless the person has chosen; and its texts.
import en from '../text/en.js';
import fr from '../text/fr.js';
import { stored } from './stored.js';

const texts = { en, fr };
const choice = stored('language');
let current = initial();

function initial() {
  if (texts[choice.get()]) {
    return choice.get();
  }
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag) => texts[tag]) ?? 'en';
}

export const language = () => current;

export function chooseLanguage(tag) {
  current = tag;
  choice.set(tag);
  tell();
}

// The server's own sentences and pages follow the same choice.
function tell() {
  document.documentElement.lang = current;
  if (choice.get()) {
    document.cookie = `rollcall-language=${current}; path=/; max-age=31536000; SameSite=Strict`;
  }
}

tell();

const plurals = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };
const numbers = { en: new Intl.NumberFormat('en-GB'), fr: new Intl.NumberFormat('fr-FR') };

// A name with a mark that turns the direction must not turn the sentence around it (Unicode UAX #9, isolates).
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

function inserted(value) {
  if (typeof value === 'number') {
    return numbers[current].format(value);
  }
  const text = String(value ?? '');
  return turning.test(text) ? `\u2068${text}\u2069` : text;
}

/** The text of a key; `key.one` or `key.other` where `n` decides. Missing keys show themselves. */
export function t(key, values = {}) {
  const table = texts[current];
  const text = table[key] ?? table[`${key}.${plurals[current].select(values.n ?? 0)}`] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? inserted(values[name]) : whole));
}

/**
 * A sentence of the server's, as the language sets it: in French a space that does not break before : ; ? ! and inside
 * quotation marks.
 */
export function typeset(sentence) {
  if (current !== 'fr' || !sentence) {
    return sentence;
  }
  return sentence.replace(/ :(?=\s|$)/g, '\u00a0:').replace(/ ([;?!])/g, '\u202f$1').replace(/« /g, '«\u00a0').replace(/ »/g, '\u00a0»');
}

/** Whether there is such a text, for words that come from the server. */
export const knows = (key) => key in texts[current];
