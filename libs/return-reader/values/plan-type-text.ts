import { unaccent, type PlanType } from '@thongvon/kernel';
import { byWords, PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import { captionPhrases } from '../vocabulary/captions';
import { splitOrdinal } from './ordinal';

const book = byWords(() => {
  const phrases = captionPhrases();
  return new PhraseBook<PlanType>({
    'advanced-last-year': phrases['advanced-last-year'],
    'advanced-from-next-year': phrases['advanced-from-next-year'],
    'carried-over': phrases['carried-over'],
    'current-year': phrases['this-year'],
  });
});
const ORDER: readonly PlanType[] = [
  'advanced-last-year',
  'advanced-from-next-year',
  'carried-over',
  'current-year',
];
/** The plan type that a cell, heading or title names: "VỐN KÉO DÀI NĂM 2022 SANG NĂM 2023". */
export function planTypeIn(text: string): PlanType | undefined {
  if (text === '') return undefined;
  const named = book()
    .find(wordsOf(text))
    .map((match) => match.means);
  const found = ORDER.find((type) => named.includes(type));
  if (found === 'carried-over' && SAYS_NOT.test(unaccent(text))) return 'current-year';
  if (found === 'carried-over' && !speaksOfCapital(text)) return undefined;
  // "bao gồm vốn kéo dài" names no single type.
  return mixesPlanTypes(text) ? undefined : found;
}

/** "Vốn kế hoạch năm (mã kéo dài: 2)", "không kéo dài": the Treasury's code 1 says that it was carried over, 2 that it wasn't. */
const SAYS_NOT = /\bkhong (?:duoc )?keo dai\b|\bkeo dai\s*[:=]\s*(?:2|khong)\b/;

/**
 * Whether what is carried over, or goes on, is capital: "Dự án kéo dài thời gian thực hiện", "Công trình năm 2024 chuyển
 * sang" and "Trang trước chuyển sang" speak of works and pages.
 */
function speaksOfCapital(text: string): boolean {
  const plain = unaccent(text);
  if (CAPITAL.test(plain)) return true;
  if (/\bthoi gian\b/.test(plain)) return false;
  return !WORKS_GO_ON.test(plain);
}

const CAPITAL = /\b(?:von|ke hoach|khv?|nguon|kinh phi|giai ngan|thanh toan|nsnn|ns|ngan sach|du toan)\b/;
const WORKS_GO_ON =
  /\b(?:cong trinh|du an|danh muc|hang muc|nhiem vu|cac da|trang)\b.*\b(?:chuyen sang|chuyen tiep)\b/;

const MIXED =
  /(?:bao gom|ke ca|gom ca|\bgom\b|\bva\b|\+).*(?:keo dai|ung truoc)|(?:keo dai|ung truoc).*(?:\bva\b|\+).*(?:nam nay|ke hoach|\b(?:nam )?20\d\d\b)/;

/** "Kế hoạch vốn năm 2023 (bao gồm vốn kéo dài)": one amount for several plan types. */
export function mixesPlanTypes(text: string): boolean {
  return MIXED.test(unaccent(text).replace(PROLONGED, 'keo dai '));
}

/** "Kéo dài thời gian thực hiện và giải ngân vốn năm 2024": as the law puts it, of one plan type. */
const PROLONGED =
  /\bkeo dai thoi gian(?:\s+(?:bo tri von|thuc hien|giai ngan|thanh toan)(?:\s*(?:va|,)\s*(?:thuc hien|giai ngan|thanh toan))?)?\s*/g;

const PLAN_TYPE_WORDS =
  /^(?:(?:ke hoach|kh|khv|von|nam|nay|cac|truoc|keo dai|chuyen (?:sang|nguon)|ung truoc|sang|giao|20\d\d)(?:[\s:,;()-]+|$))+$/;

/** "Vốn năm 2023", "Vốn kéo dài năm 2022 sang": a label that names a plan type or its year and nothing else. */
export function isPlanTypeLabel(text: string): boolean {
  const plain = unaccent(text).trim();
  return PLAN_TYPE_WORDS.test(plain) && (planTypeIn(text) !== undefined || /20\d\d/.test(plain));
}

const PLAN_OF_YEAR =
  /^(?:(?:cac\s+)?(?:du an|cong trinh)\s+(?:thuoc|su dung|bo tri|trong)\s+)?(?:(?:thanh toan|giai ngan)\s+)?(?:(?:ke hoach|khv?|nguon|von|dau tu|cong|giao|duoc|phan bo|bo tri|xdcb)\s+)+(?:nam\s+)?(20\d\d)$/;

/** The year of a label that names a plan by nothing else, "B. KẾ HOẠCH VỐN NĂM 2025"; none where it names a plan type. */
export function yearOfPlanLabel(label: string): number | undefined {
  if (!label.includes('20') || planTypeIn(label) !== undefined) return undefined;
  const bare = unaccent(splitOrdinal(label)?.label ?? label).replace(/^[\s*+–-]+|[\s:.;]+$/g, '');
  const year = PLAN_OF_YEAR.exec(bare)?.[1];
  return year === undefined ? undefined : Number(year);
}
