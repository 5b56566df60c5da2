import { Problem } from '@thongvon/platform';
import type { AddedWord, WordConflict } from '@thongvon/return-reader';

type Texts = readonly [vi: string, en: string];

/** What stands against a word, in both languages. */
export function conflictTexts({ phrase }: AddedWord, conflict: WordConflict): Texts {
  switch (conflict.fault) {
    case 'no-such-meaning':
      return ['Hệ thống không biết nghĩa này.', 'There is no such meaning.'];
    case 'too-short':
      return [
        `“${phrase}” quá ngắn để phân biệt với từ khác; cần ít nhất hai ký tự, có chữ cái.`,
        `“${phrase}” is too short to be distinguished from other words; it takes at least two characters, one of them a letter.`,
      ];
    case 'known':
      return [
        `Hệ thống đã hiểu “${phrase}” theo nghĩa này.`,
        `“${phrase}” is already understood in this way.`,
      ];
    case 'other-meaning':
      return [
        `“${phrase}” đã có nghĩa khác: ${conflict.means.map(({ label }) => label).join(' + ')}.`,
        `“${phrase}” already means something else: ${conflict.means.map(({ labelEn }) => labelEn).join(' + ')}.`,
      ];
    case 'part-of-others': {
      const phrases = conflict.phrases.map((one) => `“${one}”`).join(', ');
      return [
        `“${phrase}” nằm trong cách viết có nghĩa khác: ${phrases}${inBrackets(conflict.means.map(({ label }) => label))}. Hãy ghi đủ cụm từ như trong biểu.`,
        `“${phrase}” is part of phrases that mean something else: ${phrases}${inBrackets(conflict.means.map(({ labelEn }) => labelEn))}. Give the whole phrase as the form has it.`,
      ];
    }
  }
}

const inBrackets = (names: readonly string[]): string => (names.length === 0 ? '' : ` (${names.join(', ')})`);

/** 409: the word can't be added, and what stands against it. */
export function wordRefused(word: AddedWord, conflict: WordConflict): Problem {
  return new Problem(409, 'WORD-REFUSED', ...conflictTexts(word, conflict), { fault: conflict.fault });
}

/** 404 */
export function wordUnknown(): Problem {
  return new Problem(404, 'WORD-NOT-FOUND', 'Không có cách viết này.', 'There is no such word.');
}

/** 409 */
export function wordRetired(): Problem {
  return new Problem(
    409,
    'WORD-RETIRED',
    'Cách viết này đã thôi dùng rồi.',
    'This word has already been retired.',
  );
}

/** 409: each is sent with every reading. */
export function tooManyWords(most: number): Problem {
  return new Problem(
    409,
    'WORDS-TOO-MANY',
    `Đã có ${most} cách viết đang dùng; hãy thôi dùng bớt trước khi thêm.`,
    `There are ${most} words in force; retire some before adding more.`,
  );
}
