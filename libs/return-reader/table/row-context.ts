import { addTo, type PlanType, unaccent } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { PLAN_TYPE_ROLES } from '../model/options';
import { isTotalLabel } from '../rows/labels';
import type { OutlineNode } from '../rows/outline';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { yearsIn } from '../values/dates';
import { splitOrdinal } from '../values/ordinal';
import { isPlanTypeLabel, planTypeIn, yearOfPlanLabel } from '../values/plan-type-text';
import { memoizeByWords, wordsOf } from '../vocabulary/phrase-book';
import {
  knownSource,
  namesSource,
  namesStage,
  opensLikeSource,
  type Source,
  sourceOf,
  sourceWithin,
} from '../vocabulary/sources';
import type { TypedTable } from './typed-table';

/** What a row's own cells, its place under headings, and the table's title say of its amounts. */
export interface RowContext {
  readonly source: Source | undefined;
  readonly planType: PlanType | undefined;
}

/** What a label says of source and plan type: "A. NGUỒN NGÂN SÁCH TỈNH", "NS tỉnh (kéo dài)", "Vốn năm 2023". */
const contextOfHeading = memoizeByWords((label) => contextOfLabel(label, false));
const contextOfSourceCell = memoizeByWords((label) => contextOfLabel(label, true));

function contextOfLabel(label: string, isSourceCell: boolean): RowContext {
  const bare = (splitOrdinal(label)?.label ?? label)
    .replace(/\s*\((?:đơn vị(?: tính)?|đvt)[^)]*\)/i, '')
    .replace(/^nguồn vốn\s*:\s*/i, '')
    .replace(/[:.]+$/, '');
  const planType = planTypeIn(bare);
  const known = knownSource(bare);
  if (known) return { source: known, planType };
  if (isSourceCell && SOURCE_CODE.test(label)) return { source: sourceOfCode(label), planType: undefined };
  if (planType || yearsIn(bare).length > 0) {
    // "Tăng thu ngân sách tỉnh năm 2024" in the column of sources names one, whatever its year.
    const named = isSourceCell && !isPlanTypeLabel(bare) ? sourceOf(bare) : undefined;
    return { source: sourceWithin(bare) ?? named, planType };
  }
  const named = isSourceCell || (namesSource(bare) && !namesStage(bare));
  return { source: named ? sourceOf(bare) : undefined, planType };
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
  table: TypedTable,
): RowContext {
  const { byRow, byText } = table.planTypeAnswers;
  const own = row.source !== '' && !isTotalLabel(row.source) ? contextOfSourceCell(row.source) : NO_CONTEXT;
  const child = project.split && row !== project.own ? contextOfHeading(row.label) : NO_CONTEXT;
  const heading = headings(project.node.parent, table);
  return {
    source: own.source ?? child.source ?? heading.source ?? title.source,
    planType:
      byText.get(row.planType) ??
      typeOfCell(row.planType, table) ??
      own.planType ??
      byRow.get(row.index) ??
      child.planType ??
      heading.planType ??
      title.planType,
  };
}

/** "42", "4201": what a source is called by the Treasury, whatever a province uses it for (forms/treasury-vdbas.md, 5). */
const SOURCE_CODE = /^\d{2}(?:\d{2})?$/;
const sourceOfCode = (code: string): Source => ({
  code: `treasury-source-${code}`,
  label: `Mã nguồn ${code}`,
});

/**
 * The plan type that a cell of the column of plan types says: "Kế hoạch năm", "Kéo dài", and under "Năm kế hoạch" the
 * year, of which an earlier one than the table's was carried over.
 */
function typeOfCell(text: string, table: TypedTable): PlanType | undefined {
  const named = planTypeIn(text);
  if (named !== undefined || text === '') return named;
  if (PLAN_OF_THE_YEAR.test(unaccent(text).trim())) return 'current-year';
  if (/^[012]$/.test(text) && isExtendedColumn(table)) return text === '1' ? 'carried-over' : 'current-year';
  const year = yearOfPlanCell(text, table);
  if (year === undefined || table.planYear === undefined || year > table.planYear) return undefined;
  return year === table.planYear ? 'current-year' : 'carried-over';
}

/** "Kéo dài = 1, Không kéo dài = 2" (forms/treasury-vdbas.md, 2.3); some write 0 for no. */
function isExtendedColumn({ raw, texts }: TypedTable): boolean {
  const column = raw.header.columns.find((c) => c.column === texts.get('plan-type'));
  return column?.path.at(-1)?.tags.has('carried-over') ?? false;
}

const PLAN_OF_THE_YEAR = /^(?:ke hoach|khv?)(?: von)?(?: trong)? nam(?: nay)?$/;
const YEAR_OF_PLAN = /^nam (?:khv?|ke hoach)\b|^ke hoach cua nam$/;

/** The year in a cell of a column "Năm kế hoạch vốn". */
export function yearOfPlanCell(text: string, { texts, raw }: TypedTable): number | undefined {
  if (!/^20\d\d$/.test(text)) return undefined;
  const column = raw.header.columns.find(({ column }) => column === texts.get('plan-type'));
  return column?.path.some((caption) => YEAR_OF_PLAN.test(unaccent(caption.text).trim()))
    ? Number(text)
    : undefined;
}

const NO_CONTEXT: RowContext = { source: undefined, planType: undefined };

function headings(node: OutlineNode | undefined, table: TypedTable): RowContext {
  let source: Source | undefined;
  let planType: PlanType | undefined;
  for (let heading = node; heading; heading = heading.parent) {
    const context = contextOfHeading(heading.row.label);
    if (!isRest(heading.row.label) || hasSourceHeadings(table)) source ??= context.source;
    planType ??= table.planTypeAnswers.byRow.get(heading.row.index) ?? context.planType;
  }
  return { source, planType };
}

/** "III. Khác": the rest, of sources only where other headings name some. Among "Giao thông" and "Thủy lợi" it is of other fields. */
const isRest = (label: string): boolean => wordsOf(splitOrdinal(label)?.label ?? label).join(' ') === 'khac';

const SOURCE_HEADINGS = new WeakMap<TypedTable, boolean>();

function hasSourceHeadings(table: TypedTable): boolean {
  const known = SOURCE_HEADINGS.get(table);
  if (known !== undefined) return known;
  const found = table.portfolio.groups.some(
    ({ node: { row } }) => !isRest(row.label) && contextOfHeading(row.label).source !== undefined,
  );
  SOURCE_HEADINGS.set(table, found);
  return found;
}

/** A heading, line or cell whose plan type nothing tells, and the rows that it speaks of. */
interface UnclearPlanType {
  readonly cell: CellModel | undefined;
  readonly choices: readonly PlanType[];
  readonly rows: readonly number[];
}

const KNOWN = new WeakMap<TypedTable, Unclear>();

interface Unclear {
  readonly named: readonly UnclearPlanType[];
  readonly rows: ReadonlySet<number>;
}

/**
 * Headings and lines that name the plan of another year without saying that it was carried over, "VỐN NĂM 2025" in a
 * return of 2026, and what stands in the column of plan types without naming one, "01". A person must say.
 */
export function unclearPlanTypes(table: TypedTable): readonly UnclearPlanType[] {
  return unclearIn(table).named;
}

/** The rows of which it is asked what plan type they are. */
export function rowsOfUnclearType(table: TypedTable): ReadonlySet<number> {
  return unclearIn(table).rows;
}

function unclearIn(table: TypedTable): Unclear {
  const known = KNOWN.get(table);
  if (known) return known;
  const named = findUnclear(table);
  const unclear = { named, rows: new Set(named.flatMap(({ rows }) => rows)) };
  KNOWN.set(table, unclear);
  return unclear;
}

function findUnclear(table: TypedTable): readonly UnclearPlanType[] {
  if (table.kind === 'land-clearance' || table.planYear === undefined) return [];
  return [...unclearLabels(table, table.planYear), ...unclearCells(table, table.planYear)];
}

function unclearLabels(
  { outline, planTypeAnswers: { byRow } }: TypedTable,
  planYear: number,
): UnclearPlanType[] {
  return outline.nodes.flatMap((node) => {
    const { row } = node;
    const year = row.codeCell ? undefined : yearOfPlanLabel(row.label);
    if (year === undefined || year === planYear || byRow.has(row.index)) return [];
    const other: PlanType = year < planYear ? 'carried-over' : 'advanced-from-next-year';
    return [{ cell: row.labelCell, choices: [other, 'current-year'], rows: rowsOf(node) }];
  });
}

function rowsOf({ row, continuations, children }: OutlineNode): number[] {
  return [row.index, ...continuations.map(({ index }) => index), ...children.flatMap(rowsOf)];
}

function unclearCells(table: TypedTable, planYear: number): UnclearPlanType[] {
  const {
    raw,
    texts,
    body,
    planTypeAnswers: { byText },
  } = table;
  const column = texts.get('plan-type');
  if (column === undefined) return [];
  const rowsOfText = new Map<string, number[]>();
  for (const { planType, index } of body.rows) addTo(rowsOfText, planType, index);
  return [...rowsOfText].flatMap(([text, rows]) => {
    const says =
      text === '' ||
      byText.has(text) ||
      isTotalLabel(text) ||
      knownSource(text) !== undefined ||
      typeOfCell(text, table) !== undefined;
    if (says || yearsIn(text).join() === String(planYear)) return [];
    return [{ cell: raw.grid.seen(rows[0] ?? 0, column), choices: PLAN_TYPE_ROLES, rows }];
  });
}
