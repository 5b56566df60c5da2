import type { PlanYear } from '@thongvon/kernel';
import { FORM_TEXTS, PLAN_TYPE_TITLES, PROJECT_KIND_TITLES } from '../messages/blank-return';
import { letter, roman } from './ordinals';
import type { ReportingRow, ReportingSection } from './reporting-lines';

/** A row of the table: a sum over other rows, or one to be filled in. */
export type OutlineRow = SumRow | ProjectRow;

export interface SumRow {
  readonly type: 'sum';
  readonly look: 'total' | 'group';
  readonly ordinal: string;
  readonly label: string;
  /** Indexes of the rows that it adds; each row is added by one sum only. */
  readonly adds: number[];
  /** All rows beneath it that are to be filled in. */
  readonly rows: readonly ReportingRow[];
}

interface ProjectRow {
  readonly type: 'project';
  readonly number: number;
  readonly row: ReportingRow;
}

/** This year's plan is what a table is about unless it says otherwise; any other plan type has to be named. */
export const namesPlanTypes = (sections: readonly ReportingSection[]): boolean =>
  sections.some(({ planType }) => planType !== 'current-year');

/** The table from its total down: sections by plan type where they must be named, groups by kind of project. */
export function outlineOf(sections: readonly ReportingSection[], planYear: PlanYear): OutlineRow[] {
  const outline: OutlineRow[] = [];
  const addSum = (parent: SumRow | undefined, row: Omit<SumRow, 'type' | 'adds'>): SumRow => {
    const sum: SumRow = { type: 'sum', adds: [], ...row };
    parent?.adds.push(outline.length);
    outline.push(sum);
    return sum;
  };
  const rowsOf = ({ groups }: ReportingSection): ReportingRow[] => groups.flatMap(({ rows }) => rows);
  const total = addSum(undefined, {
    look: 'total',
    ordinal: '',
    label: FORM_TEXTS.total,
    rows: sections.flatMap(rowsOf),
  });
  sections.forEach((section, index) => {
    const label = PLAN_TYPE_TITLES[section.planType](planYear);
    const parent = namesPlanTypes(sections)
      ? addSum(total, { look: 'group', ordinal: letter(index + 1), label, rows: rowsOf(section) })
      : total;
    section.groups.forEach(({ kind, rows }, position) => {
      const title = PROJECT_KIND_TITLES[kind];
      const group = addSum(parent, { look: 'group', ordinal: roman(position + 1), label: title, rows });
      rows.forEach((row, at) => {
        group.adds.push(outline.length);
        outline.push({ type: 'project', number: at + 1, row });
      });
    });
  });
  return outline;
}
