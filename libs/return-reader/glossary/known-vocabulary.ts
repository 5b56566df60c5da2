import { type AmountUnit, unaccent, UNIT_NAMES, type WordKind } from '@thongvon/kernel';
import { readCaption } from '../header/caption';
import { type AddedWord, underWords, wordsOf } from '../vocabulary/phrase-book';
import {
  captionPhrases,
  type CaptionTag,
  IDENTITY_CAPTIONS,
  QUALIFIERS_CAPTIONS,
} from '../vocabulary/captions';
import { AMOUNTS_CAPTIONS, CLEARANCE_CAPTIONS } from '../vocabulary/captions-figures';
import { knownSource, SOURCES, sourceTerms } from '../vocabulary/sources';
import { UNIT_COMPANIONS, UNIT_WORDS, unitsStated } from '../vocabulary/units';

/** Phrases that mean the same. */
interface KnownWords {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly phrases: readonly string[];
}

/** Every phrase that the reader knows, by what it is about. */
type VocabularyTopic = 'identity' | 'amounts' | 'qualifiers' | 'clearance' | 'units' | 'sources';

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
interface ExplainedCaption {
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

interface Words {
  readonly vi: string;
  readonly en: string;
}

const w = (vi: string, en: string): Words => ({ vi, en });

/** What the words of a caption are about, by its tag. */
const CAPTION_NAMES: Readonly<Record<string, Words>> = {
  ordinal: w('số thứ tự', 'ordinal'),
  name: w('tên dự án', 'project name'),
  code: w('mã dự án', 'project code'),
  'budget-code': w('mã quan hệ ngân sách', 'code of the state budget'),
  'bare-code': w('mã (chưa rõ của ai)', 'a code, of whom is left open'),
  owner: w('chủ đầu tư', 'project owner'),
  field: w('lĩnh vực', 'field'),
  'source-column': w('cột nguồn vốn', 'column of sources'),
  'plan-type-column': w('cột loại kế hoạch', 'column of plan types'),
  note: w('ghi chú', 'note'),
  location: w('địa bàn', 'location'),
  'other-text': w('chữ khác, không đọc', 'other text, not read'),
  planned: w('kế hoạch vốn', 'capital plan'),
  capital: w('vốn (chưa rõ kế hoạch hay giải ngân)', 'capital, planned or spent left open'),
  disbursed: w('giải ngân', 'disbursed'),
  completed: w('thanh toán khối lượng hoàn thành', 'completed-work payment'),
  work: w('khối lượng', 'volume of work'),
  advance: w('tạm ứng', 'advance'),
  'advance-recovered': w('thu hồi tạm ứng', 'advance recovered'),
  returned: w('nộp giảm, nộp trả ngân sách', 'given back to the budget'),
  estimate: w('ước', 'estimate'),
  remaining: w('còn lại', 'remaining'),
  rate: w('tỷ lệ', 'rate'),
  'total-investment': w('tổng mức đầu tư', 'total investment'),
  'other-amount': w('số tiền khác, không đọc', 'another amount, not read'),
  household: w('hộ', 'household'),
  area: w('diện tích', 'area'),
  grave: w('mộ', 'grave'),
  money: w('kinh phí bồi thường', 'compensation'),
  inventoried: w('kiểm đếm', 'inventoried'),
  approved: w('duyệt phương án', 'plan approved'),
  paid: w('chi trả', 'paid'),
  'handed-over': w('bàn giao', 'handed over'),
  'not-yet': w('chưa', 'not yet'),
  affected: w('bị ảnh hưởng', 'affected'),
  resettlement: w('tái định cư', 'resettlement'),
  parcel: w('thửa, km, đợt', 'parcel, km, batch'),
  blocker: w('vướng mắc', 'blocker'),
  'responsible-unit': w('đơn vị chịu trách nhiệm', 'responsible unit'),
  due: w('thời hạn', 'due date'),
  'carried-over': w('kéo dài', 'carried over'),
  'advanced-from-next-year': w('ứng trước năm sau', 'advanced from next year'),
  'advanced-last-year': w('ứng trước năm trước chuyển sang', 'advanced last year'),
  'this-year': w('năm nay', 'this year'),
  total: w('tổng số', 'total'),
  'of-which': w('trong đó', 'of which'),
  cumulative: w('lũy kế', 'cumulative'),
  'from-start-of-year': w('từ đầu năm', 'since the start of the year'),
  'up-to': w('đến ngày', 'up to'),
  'since-start': w('từ khởi công', 'since the project began'),
  period: w('trong kỳ', 'in the period'),
  previous: w('kỳ trước', 'the period before'),
  'mid-term': w('trung hạn', 'mid-term'),
  'before-adjustment': w('trước điều chỉnh', 'before adjustment'),
  'after-adjustment': w('sau điều chỉnh', 'after adjustment'),
  adjustment: w('điều chỉnh', 'adjustment'),
  increase: w('tăng', 'increase'),
  decrease: w('giảm', 'decrease'),
  programme: w('chương trình', 'programme'),
  assigned: w('cấp giao', 'assigning level'),
};

/** Words for a tag of captions; one without words stands for itself. */
function captionName(tag: string): Words {
  return CAPTION_NAMES[tag] ?? w(tag, tag);
}

type Named = Readonly<{ label: string; labelEn: string }>;

/** Why a word can't be added. */
export type WordConflict =
  /** The reader has no such meaning. */
  | { readonly fault: 'no-such-meaning' }
  /** Too little to be distinguished from other words: a single letter, digits alone. */
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
