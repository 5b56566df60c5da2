import type { PlanType } from '@thongvon/kernel';
import { PLAN_TYPE_ROLES, type ReadingOptions } from '../model/options';
import { isTotalLabel } from '../rows/labels';
import type { OutlineNode } from '../rows/outline';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { yearsIn } from '../values/dates';
import { splitOrdinal } from '../values/ordinal';
import { isPlanTypeLabel, planTypeIn } from '../values/plan-type-text';
import { memoizeByWords } from '../vocabulary/phrase-book';
import {
  knownSource,
  namesSource,
  opensLikeSource,
  type Source,
  sourceOf,
  sourceWithin,
} from '../vocabulary/sources';

/** What a row's own cells, its place under headings, and the table's title say of its amounts. */
export interface RowContext {
  readonly source: Source | undefined;
  readonly planType: PlanType | undefined;
}

/** What a label says of source and plan type: "A. NGUỒN NGÂN SÁCH TỈNH", "NS tỉnh (kéo dài)", "Vốn năm 2023". */
const contextOfHeading = memoizeByWords((label) => contextOfLabel(label, false));
const contextOfSourceCell = memoizeByWords((label) => contextOfLabel(label, true));

function contextOfLabel(label: string, isSourceCell: boolean): RowContext {
  const bare = (splitOrdinal(label)?.label ?? label).replace(/^nguồn vốn\s*:\s*/i, '').replace(/[:.]+$/, '');
  const planType = planTypeIn(bare);
  const known = knownSource(bare);
  if (known) return { source: known, planType };
  if (planType || yearsIn(bare).length > 0) {
    // "Tăng thu ngân sách tỉnh năm 2024" in the column of sources names one, whatever its year.
    const named = isSourceCell && !isPlanTypeLabel(bare) ? sourceOf(bare) : undefined;
    return { source: sourceWithin(bare) ?? named, planType };
  }
  return { source: isSourceCell || namesSource(bare) ? sourceOf(bare) : undefined, planType };
}

/** The context that the title over a table gives to all its rows. */
export function titleContext(texts: readonly string[]): RowContext {
  const sources = texts.flatMap((text) => {
    const named = /^\W*nguồn vốn\s*:\s*(.+)$/i.exec(text)?.[1];
    const source = named ? sourceOf(named) : opensLikeSource(text) ? knownSource(text) : undefined;
    return source ? [source] : [];
  });
  const planTypes = new Set(texts.flatMap((text) => planTypeIn(text) ?? []));
  const [planType] = planTypes;
  return { source: sources[0], planType: planTypes.size === 1 ? planType : undefined };
}

/** What is said of a row, from the nearest out: in its own cells, by its label, by the headings over it, by the title. */
export function rowContext(
  project: ProjectRows,
  row: TableRow,
  title: RowContext,
  { byRow, byText }: PlanTypeAnswers,
): RowContext {
  const own = row.source !== '' && !isTotalLabel(row.source) ? contextOfSourceCell(row.source) : NO_CONTEXT;
  const child = project.split && row !== project.own ? contextOfHeading(row.label) : NO_CONTEXT;
  const heading = headings(project.node.parent, byRow);
  return {
    source: own.source ?? child.source ?? heading.source ?? title.source,
    planType:
      byText.get(row.planType) ??
      planTypeIn(row.planType) ??
      own.planType ??
      byRow.get(row.index) ??
      child.planType ??
      heading.planType ??
      title.planType,
  };
}

const NO_CONTEXT: RowContext = { source: undefined, planType: undefined };

function headings(node: OutlineNode | undefined, byRow: PlanTypeAnswers['byRow']): RowContext {
  let source: Source | undefined;
  let planType: PlanType | undefined;
  for (let heading = node; heading; heading = heading.parent) {
    const context = contextOfHeading(heading.row.label);
    source ??= context.source;
    planType ??= byRow.get(heading.row.index) ?? context.planType;
  }
  return { source, planType };
}

/** What a person has said of the plan type of headings and lines, by row, and of cells of the column, by their text. */
export interface PlanTypeAnswers {
  readonly byRow: ReadonlyMap<number, PlanType>;
  readonly byText: ReadonlyMap<string, PlanType>;
}

/** The answers of a sheet as they hold for the rows of one of its tables. */
export function planTypeAnswers(
  sheet: string,
  rows: readonly TableRow[],
  { rows: answers = [] }: ReadingOptions,
): PlanTypeAnswers {
  const byRow = new Map<number, PlanType>();
  for (const { sheet: of, row, role } of answers) {
    const planType = PLAN_TYPE_ROLES.find((known) => known === role);
    if (of === sheet && planType) byRow.set(row - 1, planType);
  }
  const texts = rows.flatMap(({ index, planType }) => {
    const answer = byRow.get(index);
    return answer && planType !== '' ? [[planType, answer] as const] : [];
  });
  return { byRow, byText: new Map(texts) };
}
