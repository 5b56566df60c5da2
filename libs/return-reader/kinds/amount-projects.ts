import { cleanText, formatDong, sumDong, type Dong, type PlanType, groupBy } from '@thongvon/kernel';
import type { Findings } from '../findings/findings';
import {
  LINE_FIELDS,
  type AmountText,
  type GroupReading,
  type LineField,
  type LineReading,
  type ProjectReading,
} from '../model/reading';
import type { AmountReader } from '../table/amounts';
import { type LineAmount, lineSource, type ReadyTable } from '../table/line-amount';
import { linesOf, type Line } from '../table/lines';
import { rowsOfUnclearType } from '../table/row-context';
import { slotsOf, type TypedTable } from '../table/typed-table';
import { CountedAmounts } from './counted-amounts';
import { groupOf, settledGroup } from './project-group';
import { identify, type ProjectIdentity, refOf, Repetitions, textAt } from './project-identity';

/** A project gathered over the tables and rows that speak of it. */
interface Entry {
  readonly identity: ProjectIdentity;
  readonly sheet: string;
  readonly reading: ProjectReading;
  readonly lines: { line: Line; sheet: string }[];
  /** Of each row that names one. */
  readonly groups: GroupReading[];
  readonly counted: CountedAmounts<Line>;
  /** A person is still asked what its columns or rows mean: whether it stands twice, or beyond its plan, can't be said. */
  open: boolean;
  /** It stands again where it counts twice. */
  repeated: boolean;
  /** The lines as they count, once all tables have been added. */
  merged?: readonly MergedLine[];
}

/** Gathers the projects of disbursement returns and Treasury statements over all tables of a workbook. */
export class AmountProjects {
  private readonly entries = new Map<string, Entry>();
  private readonly repetitions: Repetitions;

  constructor(private readonly findings: Findings) {
    this.repetitions = new Repetitions(findings, 'project-repeated');
  }

  /** Adds a table's projects, with their lines, to those of the tables before it. */
  addTable(ready: ReadyTable): void {
    const { table, reader } = ready;
    const source = lineSource(ready, this.findings);
    this.repetitions.count(table.raw, table.portfolio.projects.length);
    for (const project of table.portfolio.projects) {
      const identity = identify(project, table, this.findings);
      const lines = linesOf(project, source);
      const entry = this.add(identity, lines, table, project.own.index, project.node.notes, reader);
      entry.groups.push(...groupOf(project, table));
    }
  }

  private add(
    identity: ProjectIdentity,
    lines: Line[],
    table: TypedTable,
    row: number,
    notes: readonly string[],
    reader: AmountReader,
  ): Entry {
    const sheet = table.raw.grid.name;
    const known = this.entries.get(identity.key);
    const entry = known ?? {
      identity,
      sheet,
      reading: projectReading(identity, table, row, notes, reader),
      lines: [],
      groups: [],
      counted: new CountedAmounts<Line>(isZeroByIdentity),
      open: false,
      repeated: false,
    };
    const unclear = rowsOfUnclearType(table);
    entry.open ||=
      table.assignment.questions.length > 0 ||
      (unclear.size > 0 && lines.some(({ row: { index } }) => unclear.has(index)));
    if (known && !entry.open) this.checkRepeated(known, identity, lines, table);
    this.entries.set(identity.key, entry);
    for (const line of lines) {
      if (!known && !entry.open) this.checkRepeatedWithin(entry, line, sheet);
      entry.lines.push({ line, sheet });
      entry.counted.add(line, line);
    }
    return entry;
  }

  /** The same project again, without another source or plan type, would be counted twice. */
  private checkRepeated(
    known: Entry,
    identity: ProjectIdentity,
    lines: readonly Line[],
    { raw }: TypedTable,
  ): void {
    const clash = lines.length === 0 || lines.some((line) => known.counted.firstOf(line) !== undefined);
    if (!clash) return;
    known.repeated = true;
    this.repetitions.add({
      project: identity.name,
      table: raw,
      cell: identity.codeCell ?? identity.cell,
      first: { sheet: known.sheet, cell: known.identity.codeCell ?? known.identity.cell },
    });
  }

  /** Tells of projects that another sheet repeats, once all tables have been added. */
  tellRepeated(): void {
    this.repetitions.tell();
  }

  private checkRepeatedWithin(entry: Entry, line: Line, sheet: string): void {
    const clash = entry.counted.firstOf(line);
    if (!clash) return;
    entry.repeated = true;
    const [amount] = line.amounts.values();
    const first = [...clash.amounts.values()][0]?.cell;
    this.findings.add(
      'project-repeated',
      { sheet, cell: line.row.labelCell ?? amount?.cell },
      { project: entry.identity.name, first: first ? refOf(sheet, first).cell : '' },
    );
  }

  /**
   * Disbursed beyond the plan of the same line, or, where sources don't match, of the project: a reason is needed, unless
   * a person is asked for the unit of the row.
   */
  checkOverPlan(isAsked: (sheet: string, row: number) => boolean): void {
    for (const entry of this.entries.values()) {
      const { identity } = entry;
      if (entry.open || mergedLines(entry).every(isWithinPlan)) continue;
      if (entry.lines.some(({ line, sheet }) => isAsked(sheet, line.row.index))) continue;
      const byType = groupBy(mergedLines(entry), (merged) => merged.planType);
      for (const merged of byType.values()) {
        const matched = merged.every((m) => isMatched(m, merged.length));
        const groups = matched ? merged.map((m) => [m]) : [merged];
        for (const group of groups) {
          const planned = sumDong(group.map((m) => m.sums.planned ?? null));
          const disbursed = sumDong(group.map((m) => m.sums.disbursed ?? null));
          const spent = group.flatMap((m) => m.parts).find((p) => p.line.amounts.get('disbursed')?.dong);
          if (planned === null || disbursed === null || disbursed <= planned || !spent) continue;
          if (group.some((m) => m.parts.some(({ line }) => line.amounts.get('planned')?.unreadable)))
            continue;
          const amount = spent.line.amounts.get('disbursed');
          const cell =
            amount?.cell ??
            spent.line.amounts.get('completed')?.cell ??
            spent.line.amounts.get('advance')?.cell;
          this.findings.add(
            'over-plan',
            { sheet: spent.sheet, cell },
            { project: identity.name, planned: formatDong(planned), disbursed: formatDong(disbursed) },
          );
        }
      }
    }
  }

  readings(): ProjectReading[] {
    return [...this.entries.values()].map((entry) => {
      const { reading } = entry;
      const merged = mergedLines(entry);
      const sum = (field: LineField): AmountText =>
        textOfDong(
          sumDong(merged.filter((m) => m.planType === 'current-year').map((m) => m.sums[field] ?? null)),
        );
      return {
        ...reading,
        planned: sum('planned'),
        disbursed: sum('disbursed'),
        lines: merged.map(lineReading),
        group: settledGroup(entry.groups),
        ...(entry.repeated && { repeated: true }),
      };
    });
  }
}

/** Where every line is, so is every group of them. */
function isWithinPlan({ sums }: MergedLine): boolean {
  return (sums.disbursed ?? 0n) <= (sums.planned ?? 0n);
}

/** A line whose disbursement can be held against its own plan: not one of unspecified source next to plans by source. */
function isMatched({ sums, source }: MergedLine, lines: number): boolean {
  if (sums.disbursed === undefined) return true;
  return sums.planned !== undefined && (source !== undefined || lines === 1);
}

/** A zero that the row's other amounts give, where its cell is blank. */
const isZeroByIdentity = ({ dong, derived }: LineAmount): boolean => dong === 0n && derived;

interface MergedLine {
  readonly planType: PlanType;
  readonly source: Line['source'];
  readonly sums: Readonly<Partial<Record<LineField, Dong>>>;
  readonly parts: readonly { line: Line; sheet: string }[];
}

/** Lines of the same plan type and source that stand in different rows become one. */
function mergedLines(entry: Entry): readonly MergedLine[] {
  return (entry.merged ??= mergeLines(entry.lines));
}

function mergeLines(lines: readonly { line: Line; sheet: string }[]): MergedLine[] {
  const [only] = lines;
  if (only && lines.length === 1) return [mergedLine(lines, only.line)];
  const groups = groupBy(lines, ({ line }) => `${line.planType}|${line.source?.code ?? ''}`);
  return [...groups.values()].flatMap((parts) => (parts[0] ? [mergedLine(parts, parts[0].line)] : []));
}

function mergedLine(parts: MergedLine['parts'], { planType, source }: Line): MergedLine {
  const sums: Partial<Record<LineField, Dong>> = {};
  for (const { line } of parts)
    for (const [field, { dong }] of line.amounts) if (dong !== null) sums[field] = (sums[field] ?? 0n) + dong;
  return { planType, source, sums, parts };
}

function lineReading({ planType, source, sums, parts }: MergedLine): LineReading {
  const reading: LineReading = {
    planType,
    source: source?.code ?? 'unspecified',
    sourceLabel: source?.label ?? null,
    planned: null,
    disbursed: null,
    completed: null,
    advance: null,
    estimate: null,
    cells: {},
  };
  for (const field of LINE_FIELDS) reading[field] = textOfDong(sums[field] ?? null);
  const derived: LineField[] = [];
  const notApplicable: LineField[] = [];
  const unread: LineField[] = [];
  for (const { line, sheet } of parts)
    for (const [field, amount] of line.amounts) {
      if (amount.cell) reading.cells[field] ??= refOf(sheet, amount.cell);
      if (amount.derived) derived.push(field);
      if (amount.notApplicable) notApplicable.push(field);
      if (amount.unreadable) unread.push(field);
    }
  if (derived.length > 0) reading.derived = inOrder(derived);
  if (notApplicable.length > 0) reading.notApplicable = inOrder(notApplicable);
  if (unread.length > 0) reading.unread = inOrder(unread);
  return reading;
}

function inOrder(fields: readonly LineField[]): LineField[] {
  return LINE_FIELDS.filter((field) => fields.includes(field));
}

function projectReading(
  identity: ProjectIdentity,
  table: TypedTable,
  row: number,
  notes: readonly string[],
  reader: AmountReader,
): ProjectReading {
  const investment = slotsOf(table, 'total-investment')[0]?.total;
  return {
    code: identity.code,
    name: identity.name,
    planned: null,
    disbursed: null,
    lines: [],
    cell: refOf(table.raw.grid.name, identity.cell ?? { row, column: 0 }),
    field: textAt(table, row, 'field'),
    owner: textAt(table, row, 'owner'),
    note: [textAt(table, row, 'note') ?? [], ...notes].flat().map(cleanText).join('\n') || null,
    totalInvestment: investment === undefined ? null : textOfDong(reader.read(row, investment, true).dong),
  };
}

/** Whole đồng as a reading has them: a decimal string, or null for none. */
export function textOfDong(dong: Dong | null): AmountText {
  return dong === null ? null : dong.toString();
}
