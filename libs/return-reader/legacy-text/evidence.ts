import { unaccent } from '@thongvon/kernel';
import { TCVN3, VNI, type LegacyEncoding } from './fonts';
import { isSyllable } from './syllables';

/** Letters that no old font has. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u;
const PLAIN = /^[\s!-~]*$/;
const WORD = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;

/** Fewer words, or fewer of them that are Vietnamese, decide nothing without a font's name. */
const FEWEST_WORDS = 4;
const SURE = 0.9;
const DOUBTFUL = 0.4;

/** Whether a text holds a letter that no old font has: it was typed in Unicode, whatever the cell's font. */
export function isSurelyUnicode(text: string): boolean {
  return UNICODE_ONLY.test(text);
}

/** How many more words of the text are Vietnamese in the old encoding than as it stands; negative: fewer. */
export function gainOf(text: string, { toUnicode }: LegacyEncoding): number {
  const words = tellingWords(text);
  return syllablesAmong(words.map(toUnicode)) - syllablesAmong(words);
}

/**
 * The encoding of texts whose font says nothing: that in which nearly all their words are Vietnamese, while as they
 * stand few are. Undefined where that isn't plain, as for every text in Unicode.
 */
export function encodingOfTexts(texts: readonly string[]): LegacyEncoding | undefined {
  if (texts.filter(isSurelyUnicode).length * 2 > texts.length) return undefined;
  const words = texts.flatMap(tellingWords);
  if (words.length === 0 || syllablesAmong(words) / words.length > DOUBTFUL) return undefined;
  return [TCVN3, VNI].find(({ toUnicode }) => {
    const read = words.map(toUnicode).filter(hasVowel);
    return read.length >= FEWEST_WORDS && syllablesAmong(read) / read.length >= SURE;
  });
}

/** Words in plain letters are the same in every encoding. */
function tellingWords(text: string): string[] {
  if (PLAIN.test(text)) return [];
  return (text.match(WORD) ?? []).filter((word) => /[^A-Za-z]/.test(word));
}

function syllablesAmong(words: readonly string[]): number {
  return words.filter(isSyllable).length;
}

/** Abbreviations such as "ĐT" are no syllables in any encoding. */
function hasVowel(word: string): boolean {
  return /[aeiouy]/.test(unaccent(word));
}
