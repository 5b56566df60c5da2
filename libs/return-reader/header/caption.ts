import type { AmountUnit, PlainDate } from '@thongvon/kernel';
import { accentedWordsOf, byWords, memoizeByWords, PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import { captionPhrases, type CaptionTag } from '../vocabulary/captions';
import { datesIn, type DayAndMonth, daysIn, upToMonth, type UpToMonth, yearsIn } from '../values/dates';
import { knownSource, type Source } from '../vocabulary/sources';
import { unitsStated } from '../vocabulary/units';

const book = byWords(() => new PhraseBook<CaptionTag>(captionPhrases()));

/** One caption of a header, taken apart. */
export interface Caption {
  readonly text: string;
  readonly tags: ReadonlySet<CaptionTag>;
  /** Tags in the order of the text. */
  readonly order: readonly CaptionTag[];
  /** Share of its words that are known, 0 to 1. */
  readonly known: number;
  readonly source: Source | undefined;
  readonly years: readonly number[];
  readonly dates: readonly PlainDate[];
  /** Days without a year, "đến 21/6". */
  readonly days: readonly DayAndMonth[];
  readonly upTo: UpToMonth | undefined;
  readonly unit: AmountUnit | undefined;
  readonly hectares: boolean;
}

const PERIOD =
  /(?<!den |den het |het |tinh den het |tinh den |toi )\b(?:thang|tuan|quy)\s(?:\d{1,2}|[ivx]{1,4}|thu \d{1,2})\b/;
const MONTHS_OF_YEAR = /\b\d{1,2} thang\b(?! \d)/;

/** What a column of figures can be about; in brackets behind that, texts only explain it: "KH năm (cấp giao, số QĐ)". */
const FIGURES: readonly CaptionTag[] = ['planned', 'disbursed', 'completed', 'advance', 'estimate'];
const EXPLANATIONS: readonly CaptionTag[] = [
  'other-text',
  'note',
  'owner',
  'field',
  'location',
  'code',
  'name',
];

/** "Thanh toán KLHT (gồm thu hồi tạm ứng)", "Giải ngân (bao gồm tạm ứng)": what is in it is not what it is. */
const CONTAINS = /[([]\s*(?:đã )?(?:bao )?(?:gồm|cả|kể cả|trừ|tính)(?=\s)/i;
const CONTAINED: readonly CaptionTag[] = ['advance', 'advance-recovered', 'completed', 'returned'];

function isSaidOutside(outside: string, text: string): (tag: CaptionTag) => boolean {
  if (outside === text) return () => true;
  const contains = CONTAINS.test(text);
  const tags = book()
    .find(wordsOf(outside), accentedWordsOf(outside))
    .map((match) => match.means);
  const counts = tags.some((tag) => FIGURES.includes(tag));
  return (tag) =>
    !counts || tags.includes(tag) || !(EXPLANATIONS.includes(tag) || (contains && CONTAINED.includes(tag)));
}

/** "Trong đó: NS tỉnh": what stands behind it is named. */
const OF_WHICH = /^\s*(?:trong đó|tr\.? ?đó|trđó|chia ra|chi tiết|gồm)\s*[:;,–-]?\s*/i;

/** Takes a caption apart. Pure; the cost is linear in its words. */
export const readCaption: (text: string) => Caption = memoizeByWords((text) => {
  const words = wordsOf(text);
  const matches = book().find(words, accentedWordsOf(text));
  const withoutUnit = text.replace(/[([][^)\]]*[)\]]/g, ' ');
  const order = matches.map((match) => match.means).filter(isSaidOutside(withoutUnit, text));
  const tags = new Set(order);
  const key = words.join(' ');
  if (PERIOD.test(key)) tags.add('period');
  if (MONTHS_OF_YEAR.test(key)) tags.add('up-to');
  const covered = matches.reduce((sum, match) => sum + match.length, 0);
  const units = unitsStated(text);
  return {
    text,
    tags,
    order,
    known: words.length === 0 ? 0 : covered / words.length,
    source: knownSource(withoutUnit) ?? knownSource(text) ?? knownSource(withoutUnit.replace(OF_WHICH, '')),
    years: yearsIn(text),
    dates: datesIn(text).flatMap((d) => (d.date ? [d.date] : [])),
    days: daysIn(text),
    upTo: upToMonth(text),
    unit: units.length === 1 ? units[0] : undefined,
    hectares: /\bha\b/.test(key),
  };
});
