import { unaccent } from '@thongvon/kernel';
import type { HeaderColumn } from '../header/header';
import type { ReturnKind } from '../reading';
import type { CaptionTag } from '../vocabulary/captions';
import { ownMeasure, PLAN_WORDS } from '../columns/measure';
import { textFieldOf } from '../columns/identity';
import { GIVEN_SO_FAR, OF_DISBURSEMENT, OTHER_FIGURES, OTHER_SUBJECTS } from '../vocabulary/titles';
import type { Statement } from './statements';

const CLEARANCE_SUBJECTS: readonly CaptionTag[] = [
  'household',
  'grave',
  'handed-over',
  'inventoried',
  'paid',
];

/**
 * Whether a table is about debts, settlements or needs: payments of projects, but no return. `unclear`: a plan stands
 * next to what the table is about, so that it may be either.
 */
export function otherSubject(
  columns: readonly HeaderColumn[],
  above: readonly Statement[],
): 'yes' | 'no' | 'unclear' {
  const titles = above.map(({ text }) => unaccent(text));
  if (
    !titles.some((title) => OTHER_SUBJECTS.test(title)) ||
    titles.some((title) => OF_DISBURSEMENT.test(title.replace(OTHER_SUBJECTS, '')))
  )
    return 'no';
  const plans = columns.filter(({ path }) => path.some((caption) => ownMeasure(caption) === 'planned'));
  const about = columns.some(({ path }) => path.some(({ text }) => OTHER_FIGURES.test(unaccent(text))));
  if (plans.length === 0 || (about && plans.every(isGivenSoFar))) return 'yes';
  return about && !isPlanTitle(titles) ? 'unclear' : 'no';
}

function isGivenSoFar({ path }: HeaderColumn): boolean {
  return (
    path.some(({ text }) => GIVEN_SO_FAR.test(unaccent(text))) &&
    path.every(({ years }) => years.length === 0)
  );
}

/**
 * The kind of return that a table is; undefined when it has no figure of any kind. `sheetTitles` stand over the first table
 * of the sheet: those beneath it belong to the same report.
 */
export function kindOfTable(
  columns: readonly HeaderColumn[],
  above: readonly Statement[],
  sheetName: string,
  sheetTitles: readonly Statement[],
): ReturnKind | undefined {
  const titles = above.map(({ text }) => unaccent(text));
  if (isClearance(columns, titles)) return 'land-clearance';
  const measures = new Set(columns.flatMap((c) => c.path.map(ownMeasure)));
  const spent = measures.has('disbursed') || measures.has('completed') || measures.has('advance');
  const ofReport = [...sheetTitles.map(({ text }) => unaccent(text)), ...titles];
  if (spent && !isPlanTitle(ofReport))
    return isTreasury([...sheetTitles, ...above], sheetName) ? 'treasury' : 'disbursement';
  const planned =
    measures.has('planned') ||
    columns.some((c) => c.path.some((caption) => PLAN_WORDS.some((tag) => caption.tags.has(tag))));
  if (planned)
    return titles.some((t) => /giai ngan|thanh toan von/.test(t)) && !isPlanTitle(titles)
      ? 'disbursement'
      : 'plan';
  return undefined;
}

function isClearance(columns: readonly HeaderColumn[], titles: readonly string[]): boolean {
  const subjects = new Set(
    columns.flatMap((c) =>
      CLEARANCE_SUBJECTS.filter((tag) => c.path.some((caption) => caption.tags.has(tag))),
    ),
  );
  if (subjects.size >= 2) return true;
  // "Đã chi" alone is said of any budget.
  if (subjects.has('paid') && titles.some((title) => OF_DISBURSEMENT.test(title))) return false;
  const fields = columns.map(textFieldOf);
  const followUp = fields.includes('responsible-unit') || fields.includes('due');
  const figures = columns.some((c) =>
    c.path.some((p) => ['planned', 'disbursed'].includes(ownMeasure(p) ?? '')),
  );
  return !figures && (subjects.size === 1 || (fields.includes('blocker') && followUp));
}

/** A plan may show what was disbursed to justify itself; its title and decision say that it is a plan. */
function isPlanTitle(titles: readonly string[]): boolean {
  return (
    titles.some(
      (t) =>
        /\bke hoach\b|\bphan bo\b/.test(t) && /\b(?:dieu chinh|phan bo|giao|phu luc|ke hoach von)\b/.test(t),
    ) && !titles.some((t) => /giai ngan|thanh toan|bao cao/.test(t))
  );
}

/** The Treasury's statement is signed by the Treasury at its top; a board's return may only mention it. */
function isTreasury(above: readonly Statement[], sheetName: string): boolean {
  const issuer = above.some(({ text }) => /^(?:kbnn|kho bac)/.test(unaccent(text)));
  const other = above.some(({ text }) =>
    /^(?:ubnd|uy ban|ban quan ly|ban qlda|phong|so tai chinh)/.test(unaccent(text)),
  );
  return issuer || (!other && /kbnn|kho bac/.test(unaccent(sheetName)));
}
