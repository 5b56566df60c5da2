import { RETURN_KIND_NAMES } from '@thongvon/kernel';
import type { Choice, Findings } from '../findings/findings';
import type { HeaderColumn } from '../header/header';
import type { ReadingOptions } from '../model/options';
import type { ReturnKind } from '../model/reading';
import type { RawTable, SurveyedSheet, SurveyedTable } from '../header/tables';
import type { CaptionTag } from '../vocabulary/captions';

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
