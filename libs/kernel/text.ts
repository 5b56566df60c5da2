import { foldMarks, foldToKey } from './fold';

const SPACES = /[\s\u200b\u2060]+/g;
/** What tidying would change: any space but a single plain one between two other characters. */
const UNTIDY = /[^\S ]|[\u200b\u2060]|^ | $| {2}/;

/** Composed (NFC), every run of spaces of whatever kind folded to one, trimmed. What a person would say the text is. */
export function cleanText(text: string): string {
  const composed = text.normalize('NFC');
  return UNTIDY.test(composed) ? composed.replace(SPACES, ' ').trim() : composed;
}

/** Without accents, đ as d, lower case, spaces folded: "Đường  Đông Sơn" → "duong dong son". For search and matching only. */
export function unaccent(text: string): string {
  return foldMarks(cleanText(text));
}

/** The key by which names are equal: unaccented words only, without punctuation. */
export function matchKey(text: string): string {
  return foldToKey(cleanText(text));
}
