import { RETURN_KIND_NAMES, unaccent } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import { clearanceField, isOfClearance } from '../columns/clearance-captions';
import type { Choice, Findings } from '../findings/findings';
import type { HeaderColumn, RawTable, SurveyedSheet, SurveyedTable } from '../header/tables';
import { ownMeasure, PLAN_WORDS, textFieldOf } from '../header/column-content';
import type { ReadingOptions } from '../model/options';
import type { ReturnKind } from '../model/reading';
import { type Statement, statementsOf } from '../sheet/grid';
import type { CaptionTag } from '../vocabulary/captions';
import { GIVEN_SO_FAR, OF_DISBURSEMENT, OTHER_FIGURES, OTHER_SUBJECTS } from '../vocabulary/texts';

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

/** A table as a return of one kind: the columns that are none of its business are left out. */
interface View {
  readonly kind: ReturnKind;
  readonly columns: readonly HeaderColumn[];
  /** Other columns of the table make a return of another kind. */
  readonly shared: boolean;
}

/**
 * "Kế hoạch | Giải ngân | Số hộ | Đã bàn giao" on one row of each project: a disbursement return and a land-clearance
 * return in one table. Undefined for a table of one kind.
 */
export function viewsOfMixed(
  columns: readonly HeaderColumn[],
  found: ReturnKind | undefined,
): readonly View[] | undefined {
  if (found !== 'land-clearance') return undefined;
  const amounts = columns.filter((column) => isOfProjectCapital(column));
  const measures = new Set(amounts.flatMap(({ path }) => path.map(ownMeasure)));
  const spent = measures.has('disbursed') || measures.has('completed') || measures.has('advance');
  if (!measures.has('planned') || !spent) return undefined;
  const clearance = columns.filter((column) => isClearanceFigure(column));
  const views: View[] = [
    { kind: 'disbursement', columns: columns.filter((c) => !clearance.includes(c)), shared: true },
  ];
  const reported = clearance.some((column) => clearanceField(column) !== undefined);
  if (reported)
    views.push({
      kind: 'land-clearance',
      columns: columns.filter((c) => !amounts.includes(c)),
      shared: true,
    });
  return views;
}

/** Whether the money in a mixed table could as well be what the people on the land are paid. */
export function mayBeCompensation(columns: readonly HeaderColumn[], titles: readonly Statement[]): boolean {
  const compensated = columns.some((column) => {
    const field = clearanceField(column);
    return isClearanceFigure(column) && (field === 'compensation' || field === 'compensated');
  });
  return !compensated && !titles.some(({ text }) => OF_DISBURSEMENT.test(unaccent(text)));
}

function isClearanceFigure(column: HeaderColumn): boolean {
  return textFieldOf(column) === undefined && isOfClearance(column.path);
}

function isOfProjectCapital(column: HeaderColumn): boolean {
  if (textFieldOf(column) !== undefined || isOfClearance(column.path)) return false;
  return column.path.some((caption) => {
    const measure = ownMeasure(caption);
    return measure !== undefined && measure !== 'text';
  });
}

const ROWS_TO_LOOK_AT = 8;
const INSTRUCTIONS = /\b(?:huong dan|vi du|cach ghi|mau vi du|bieu mau trong)\b/;

/** Whether a sheet explains how to fill in a return, so that the example in it is no data. */
export function isInstructions(name: string, rows: readonly RowModel[]): boolean {
  if (INSTRUCTIONS.test(unaccent(name))) return true;
  return statementsOf(rows.slice(0, ROWS_TO_LOOK_AT)).some(
    ({ text }) =>
      text.length < 80 &&
      INSTRUCTIONS.test(unaccent(text)) &&
      /^\W*(?:huong dan|vi du|cach ghi)/.test(unaccent(text)),
  );
}

/**
 * The kind of each table where a person has chosen one for the return: theirs, where captions leave it open or say
 * otherwise and its figures allow it. Land clearance stands next to the other kinds and stays what it is. A file that
 * holds both a board's return and the Treasury's statement is read for the chosen one.
 */
export function followsChoice(
  sheets: readonly SurveyedSheet[],
  chosen: ReturnKind | undefined,
): (table: SurveyedTable) => ReturnKind | undefined {
  const both = holdsBoth(sheets);
  return ({ kind, raw }) => {
    if (chosen === undefined || kind === chosen || kind === 'land-clearance' || raw.header.mapping)
      return kind;
    if (both && isBasis(chosen) && isBasis(kind)) return undefined;
    return canBe(chosen, raw.header.columns) ? chosen : kind;
  };
}

const isBasis = (kind: ReturnKind | undefined): boolean => kind === 'disbursement' || kind === 'treasury';

function holdsBoth(sheets: readonly SurveyedSheet[]): boolean {
  const kinds = kindsOf(sheets);
  return kinds.includes('disbursement') && kinds.includes('treasury');
}

function kindsOf(sheets: readonly SurveyedSheet[]): ReturnKind[] {
  return [...new Set(sheets.flatMap(({ tables }) => tables.flatMap(({ kind }) => kind ?? [])))];
}

const FIGURES: Readonly<Record<ReturnKind, readonly CaptionTag[]>> = {
  disbursement: ['disbursed', 'completed', 'advance'],
  treasury: ['disbursed', 'completed', 'advance'],
  plan: ['planned', 'capital', 'adjustment'],
  'land-clearance': ['household', 'grave', 'area', 'inventoried', 'handed-over', 'blocker'],
};

/** Whether a table has a figure without which a return of this kind says nothing. */
function canBe(kind: ReturnKind, columns: readonly HeaderColumn[]): boolean {
  return columns.some(({ path }) => path.some(({ tags }) => FIGURES[kind].some((tag) => tags.has(tag))));
}

/** Asks where no table can be what its sender said, and where two kinds stand in one file that only one can have. */
export function tellAboutKind(
  sheets: readonly SurveyedSheet[],
  { kind: chosen }: ReadingOptions,
  findings: Findings,
): void {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const chosenKind = followsChoice(sheets, chosen);
  if (holdsBoth(sheets)) {
    if (!isBasis(chosen)) findings.add('kinds-mixed', {}, {}, kindChoices(['disbursement', 'treasury']));
    for (const table of tables)
      if (table.kind !== undefined && chosenKind(table) === undefined)
        findings.add(
          'basis-ignored',
          { sheet: table.raw.grid.name },
          { kind: RETURN_KIND_NAMES[table.kind].vi, kindEn: RETURN_KIND_NAMES[table.kind].en },
        );
    return;
  }
  const first = tables.find(({ kind }) => kind !== undefined);
  if (chosen === undefined || !first || tables.some((table) => chosenKind(table) === chosen)) return;
  findings.add(
    'kind-impossible',
    placeOf(first.raw),
    { chosen: RETURN_KIND_NAMES[chosen].vi, chosenEn: RETURN_KIND_NAMES[chosen].en },
    kindChoices(kindsOf(sheets)),
  );
}

/** Asks whether the money in a table of households is the project's capital or compensation. */
export function askAboutMixed(raw: RawTable, findings: Findings): void {
  findings.add('kind-unclear', placeOf(raw), {}, kindChoices(['disbursement', 'land-clearance']));
}

/** Asks whether a table that is titled like one of debts or needs, and has a plan in it, counts. */
export function askAboutSubject(raw: RawTable, findings: Findings): void {
  findings.add('subject-unclear', placeOf(raw), {}, [
    { value: 'ignored', label: 'Không phải báo cáo, bỏ qua trang này', labelEn: 'No return, leave it out' },
    {
      value: 'counted',
      label: 'Là kế hoạch, giải ngân phải nộp',
      labelEn: 'A plan or disbursement that is sent',
    },
  ]);
}

function placeOf({ grid, header }: RawTable): { sheet: string; at: { row: number; column: number } } {
  return { sheet: grid.name, at: { row: header.top, column: header.columns[0]?.column ?? 0 } };
}

function kindChoices(kinds: readonly ReturnKind[]): Choice[] {
  return kinds.map((kind) => ({
    value: kind,
    label: RETURN_KIND_NAMES[kind].vi,
    labelEn: RETURN_KIND_NAMES[kind].en,
  }));
}
