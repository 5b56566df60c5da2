import { unaccent, type WordKind } from '@thongvon/kernel';
import { readCaption } from '../header/caption';
import { type AddedWord, underWords } from '../vocabulary/added-words';
import { captionPhrases, type CaptionTag } from '../vocabulary/captions';
import { wordsOf } from '../vocabulary/phrase-book';
import { knownSource, sourceTerms } from '../vocabulary/sources';
import { UNIT_COMPANIONS, unitsStated } from '../vocabulary/units';
import { captionName, meaningName } from './known-vocabulary';

type Named = Readonly<{ label: string; labelEn: string }>;

/** Why a word can't be added. */
export type WordConflict =
  /** The reader has no such meaning. */
  | { readonly fault: 'no-such-meaning' }
  /** Too little to be reported from other words: a single letter, digits alone. */
  | { readonly fault: 'too-short' }
  /** The reader takes it so already. */
  | { readonly fault: 'known' }
  /** The reader takes it for something else. */
  | { readonly fault: 'other-meaning'; readonly means: readonly Named[] }
  /** Known phrases of another meaning are made with it, so that it alone doesn't tell. */
  | {
      readonly fault: 'part-of-others';
      readonly phrases: readonly string[];
      readonly means: readonly Named[];
    };

const EXAMPLES = 3;
/** A source is capital of some programme or level: these words don't contradict it. */
const BESIDE_SOURCES: ReadonlySet<CaptionTag> = new Set(['capital', 'programme', 'assigned', 'total']);

/** What stands against adding a word next to those that an installation has; undefined when nothing does. */
export function conflictOf(word: AddedWord, words: readonly AddedWord[]): WordConflict | undefined {
  if (meaningName(word.kind, word.meaning) === undefined) return { fault: 'no-such-meaning' };
  if (!/\p{L}.*[\p{L}\p{N}]/u.test(unaccent(word.phrase))) return { fault: 'too-short' };
  return underWords(words, () => otherUnit(word) ?? otherSource(word) ?? otherCaption(word) ?? partOf(word));
}

function otherUnit({ kind, meaning, phrase }: AddedWord): WordConflict | undefined {
  const said = unitsStated(phrase);
  // "Triệu bạc" alone is no unit, but behind "ĐVT" its first word is.
  const units = kind === 'unit' && said.length === 0 ? unitsStated(`ĐVT: ${phrase}`) : said;
  if (units.length === 0) {
    const isBeside = UNIT_COMPANIONS.some((beside) => unaccent(beside) === unaccent(phrase));
    return kind === 'unit' && isBeside
      ? { fault: 'part-of-others', phrases: [phrase], means: [] }
      : undefined;
  }
  return taken(kind, meaning, 'unit', units);
}

function otherSource({ kind, meaning, phrase }: AddedWord): WordConflict | undefined {
  const source = knownSource(phrase);
  // "Xã" is a place and a source: among captions the longer phrase decides.
  return source && taken(kind, meaning, 'source', [source.code]);
}

function otherCaption({ kind, meaning, phrase }: AddedWord): WordConflict | undefined {
  const { order, known } = readCaption(phrase);
  const tags = [...new Set(order)];
  // A name of a source may hold words of captions, a caption words that are known; a unit holds none.
  if (kind === 'source' && tags.every((tag) => BESIDE_SOURCES.has(tag))) return undefined;
  if (kind === 'unit' ? tags.length === 0 : known < 1) return undefined;
  return taken(kind, meaning, 'caption', tags);
}

/** What all of `found` says is the word's own meaning, or what it is instead. */
function taken(kind: WordKind, meaning: string, as: WordKind, found: readonly string[]): WordConflict {
  if (kind === as && found.every((one) => one === meaning)) return { fault: 'known' };
  return { fault: 'other-meaning', means: found.flatMap((one) => meaningName(as, one) ?? []) };
}

/** "Vốn đã" begins phrases of plans as well as of disbursements. */
function partOf({ kind, meaning, phrase }: AddedWord): WordConflict | undefined {
  if (kind === 'unit') return undefined;
  const within = ` ${wordsOf(phrase).join(' ')} `;
  const others: [name: Named, phrases: readonly string[]][] = [];
  const look = (key: string, name: Named, phrases: readonly string[]): void => {
    const found = phrases.filter((known) => ` ${wordsOf(known).join(' ')} `.includes(within));
    if (key !== meaning && found.length > 0) others.push([name, found]);
  };
  for (const [tag, phrases] of Object.entries(captionPhrases())) {
    const { vi, en } = captionName(tag);
    if (kind === 'caption' || !BESIDE_SOURCES.has(tag as CaptionTag))
      look(tag, { label: vi, labelEn: en }, phrases);
  }
  for (const { code, phrases } of sourceTerms()) {
    const name = meaningName('source', code);
    if (name) look(code, name, phrases);
  }
  if (others.length === 0) return undefined;
  return {
    fault: 'part-of-others',
    phrases: others.flatMap(([, phrases]) => phrases.slice(0, 1)).slice(0, EXAMPLES),
    means: others.map(([name]) => name).slice(0, EXAMPLES),
  };
}
