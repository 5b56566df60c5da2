import { cleanText } from '@thongvon/kernel';
import { PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import { byWords } from '../vocabulary/added-words';
import { SOURCE_FILLERS, SOURCE_OPENINGS, sourceTerms } from '../vocabulary/sources';

export interface Source {
  readonly code: string;
  readonly label: string;
}

const FILLER = '';
const book = byWords(
  () =>
    new PhraseBook<string>({
      [FILLER]: SOURCE_FILLERS,
      ...Object.fromEntries(sourceTerms().map((source) => [source.code, source.phrases])),
    }),
);
const OPENINGS = SOURCE_OPENINGS.map((opening) => wordsOf(opening).join(' '));

/** The known source that a label means, if it means exactly one and says nothing else. */
export function knownSource(label: string): Source | undefined {
  const words = wordsOf(label);
  const matches = book().find(words);
  const codes = new Set(matches.map((match) => match.means).filter((code) => code !== FILLER));
  const [code] = codes;
  const covered = matches.reduce((sum, match) => sum + match.length, 0);
  if (codes.size !== 1 || code === undefined || covered < words.length) return undefined;
  return { code, label: cleanText(label) };
}

/** The source that a label names: a known one, or one with a stable code made of the label's own words. */
export function sourceOf(label: string): Source {
  return knownSource(label) ?? { code: wordsOf(label).join('-'), label: cleanText(label) };
}

/** Whether a label reads like the name of a source, known or not: "Nguồn ngân sách tỉnh", "Vốn ODA". */
export function namesSource(label: string): boolean {
  return knownSource(label) !== undefined || opensLikeSource(label);
}

/** Whether a label begins as sources do: with "Nguồn", "Vốn", "Ngân sách", "CTMTQG" and the like. */
export function opensLikeSource(label: string): boolean {
  const key = wordsOf(label).join(' ');
  return OPENINGS.some((opening) => key === opening || key.startsWith(`${opening} `));
}

/** The one known source that a label mentions among other words: "Vốn NS tỉnh kéo dài". */
export function sourceWithin(label: string): Source | undefined {
  const codes = new Set(
    book()
      .find(wordsOf(label))
      .map((match) => match.means)
      .filter((code) => code !== FILLER),
  );
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? { code, label: cleanText(label) } : undefined;
}

/** Words that name a level or a place more often than a source when they stand in a longer caption. */
const BARE = [
  'tỉnh',
  'huyện',
  'xã',
  'trung ương',
  'tw',
  'khác',
  'nước ngoài',
  'đóng góp',
  'phân cấp',
  'quỹ đất',
];
const explicit = byWords(
  () =>
    new PhraseBook<string>(
      Object.fromEntries(
        sourceTerms().map(({ code, phrases }) => [code, phrases.filter((p) => !BARE.includes(p))]),
      ),
    ),
);

/** The one source that a caption of figures names among its words: "Kế hoạch vốn NS tỉnh năm 2023". */
export function sourceInCaption(caption: string): Source | undefined {
  const codes = new Set(
    explicit()
      .find(wordsOf(caption))
      .map((match) => match.means),
  );
  const [code] = codes;
  const name = sourceTerms().find((source) => source.code === code)?.phrases[0];
  if (codes.size !== 1 || code === undefined || name === undefined) return undefined;
  return { code, label: name.charAt(0).toUpperCase() + name.slice(1) };
}
