import { type AmountUnit, UNIT_NAMES, type WordKind } from '@thongvon/kernel';
import { readCaption } from '../header/caption';
import { captionName } from '../messages/caption-names';
import { underWords, type AddedWord } from './added-words';
import { AMOUNTS_CAPTIONS } from './captions-amounts';
import { CLEARANCE_CAPTIONS } from './captions-clearance';
import { IDENTITY_CAPTIONS } from './captions-identity';
import { QUALIFIERS_CAPTIONS } from './captions-qualifiers';
import { SOURCES } from './sources';
import { UNIT_WORDS } from './units';

/** Phrases that mean the same. */
export interface KnownWords {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly phrases: readonly string[];
}

/** Every phrase that the reader knows, by what it is about. */
export type VocabularyTopic = 'identity' | 'amounts' | 'qualifiers' | 'clearance' | 'units' | 'sources';

const CAPTIONS = {
  identity: IDENTITY_CAPTIONS,
  amounts: AMOUNTS_CAPTIONS,
  qualifiers: QUALIFIERS_CAPTIONS,
  clearance: CLEARANCE_CAPTIONS,
} as const satisfies Partial<Record<VocabularyTopic, Readonly<Record<string, readonly string[]>>>>;

/** All that the reader knows, as data to be shown. */
export function knownVocabulary(): Readonly<Record<VocabularyTopic, readonly KnownWords[]>> {
  const captions = (book: Readonly<Record<string, readonly string[]>>): KnownWords[] =>
    Object.entries(book).map(([key, phrases]) => {
      const { vi, en } = captionName(key);
      return { key, label: vi, labelEn: en, phrases };
    });
  return {
    identity: captions(CAPTIONS.identity),
    amounts: captions(CAPTIONS.amounts),
    qualifiers: captions(CAPTIONS.qualifiers),
    clearance: captions(CAPTIONS.clearance),
    units: Object.entries(UNIT_WORDS).map(([unit, phrases]) => {
      const { vi, en } = UNIT_NAMES[unit as AmountUnit];
      return { key: unit, label: vi, labelEn: en, phrases };
    }),
    sources: SOURCES.map(({ code, phrases }) => ({
      key: code,
      label: phrases[0] ?? code,
      labelEn: code.replaceAll('-', ' '),
      phrases,
    })),
  };
}

/** What a meaning of a kind is called; undefined where the reader has no such meaning. */
export function meaningName(
  kind: WordKind,
  meaning: string,
): Pick<KnownWords, 'label' | 'labelEn'> | undefined {
  const topics: readonly VocabularyTopic[] =
    kind === 'caption' ? ['identity', 'amounts', 'qualifiers', 'clearance'] : [`${kind}s`];
  const known = knownVocabulary();
  const found = topics.flatMap((topic) => known[topic]).find(({ key }) => key === meaning);
  return found && { label: found.label, labelEn: found.labelEn };
}

/** What a caption says to the reader, before it looks at the column under it. */
export interface ExplainedCaption {
  readonly tags: readonly { readonly key: string; readonly label: string; readonly labelEn: string }[];
  /** How much of it is known words, in percent. */
  readonly known: number;
  readonly unit: AmountUnit | null;
  /** Code of the source that it names. */
  readonly source: string | null;
  readonly years: readonly number[];
}

/** Takes one caption apart, as the reader does in a header of an installation with these words. */
export function explainCaption(text: string, words: readonly AddedWord[] = []): ExplainedCaption {
  const { order, known, unit, source, years } = underWords(words, () => readCaption(text));
  const tags = [...new Set(order)].map((key) => {
    const { vi, en } = captionName(key);
    return { key, label: vi, labelEn: en };
  });
  return {
    tags,
    known: Math.round(known * 100),
    unit: unit ?? null,
    source: source?.code ?? null,
    years: [...years],
  };
}
