const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;

/** Composed (NFC), every run of spaces of whatever kind folded to one, trimmed. What a person would say the text is. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').trim();
}

/** Without accents, đ as d, lower case, spaces folded: "Đường  Đông Sơn" → "duong dong son". For search and matching only. */
export function unaccent(text: string): string {
  return cleanText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}

/** The key by which names are equal: unaccented words only, without punctuation. */
export function matchKey(text: string): string {
  return unaccent(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
