import { formatPlainDate, type PlanType, unaccent, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Choice, Findings } from '../findings/findings';
import { coversOf, type SurveyedSheet } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import type { AllocationReading, DecisionReading } from '../model/reading';
import { type Statement, statementsOf } from '../sheet/grid';
import { lineSource, type ReadyTable, slotsBefore } from '../table/line-amount';
import { type Line, linesOf, plansBeforeOf } from '../table/lines';
import { rowsOfUnclearType } from '../table/row-context';
import type { TypedTable } from '../table/typed-table';
import { datesIn } from '../values/dates';
import { CountedAmounts } from './counted-amounts';
import { groupOf, settledGroup } from './project-group';
import {
  identify,
  type ProjectIdentity,
  refOf,
  type Repetition,
  Repetitions,
  textAt,
} from './project-identity';

const NUMBER =
  /(?:quyet dinh|nghi quyet|\bqd\b|\bnq\b)(?:\s+(?:giao|phe duyet|phan bo|dieu chinh)[^,;()]*?)?\s*(?:so)?\s*[:.]?\s*(\d+[a-z]?\s?\/[\w./-]*[a-z][\w.-]*)/g;

interface FoundDecision {
  readonly number: string;
  readonly date: DecisionReading['date'] | undefined;
  readonly statement: Statement;
  /** "Kèm theo Quyết định …": the decision that this plan itself belongs to. */
  readonly attached: boolean;
}

/** The decisions that the rows above a plan name, those it is attached to first. */
export function decisionsIn(statements: readonly Statement[]): FoundDecision[] {
  const found = statements.flatMap((statement) => {
    const plain = unaccent(statement.text);
    const matches = [...plain.matchAll(NUMBER)];
    return matches.map((match, i): FoundDecision => {
      const end = match.index + match[0].length;
      const until = matches[i + 1]?.index ?? plain.length;
      const date = datesIn(statement.text).find(
        (d) => d.start >= end && d.start < until && /ngay\s*$/.test(plain.slice(end, d.start)),
      );
      const at = match.index + match[0].length - (match[1] ?? '').length;
      return {
        number: statement.text
          .slice(at, end)
          .replace(/\s/g, '')
          .replace(/[.,;)]+$/, ''),
        date: date?.date,
        statement,
        attached: plain.slice(Math.max(0, match.index - 40), match.index).includes('kem theo'),
      };
    });
  });
  return [...found.filter((d) => d.attached), ...found.filter((d) => !d.attached)];
}

/** "Bổ sung có mục tiêu" is a kind of source. "adjustment" when titles, captions or the reference speak of adjusting or supplementing; else "initial". */
function modeOf(texts: readonly string[]): DecisionReading['mode'] {
  return texts.some((text) => /\b(?:dieu chinh|bo sung(?! (?:co muc tieu|can doi)))\b/.test(unaccent(text)))
    ? 'adjustment'
    : 'initial';
}

/** Number, date and mode of the decision that a plan belongs to; a question when number or date can't be read. */
export function decideDecision(
  survey: readonly SurveyedSheet[],
  tables: readonly ReadyTable[],
  { decision }: ReadingOptions,
  findings: Findings,
): { reading: DecisionReading | null; mode: DecisionReading['mode'] } {
  const plans = tables.filter(({ table }) => table.kind === 'plan').map(({ table }) => table.raw);
  const above = plans.flatMap((raw) => statementsOf(raw.above));
  const covers = coversOf(survey).flatMap(({ rows }) => statementsOf(rows));
  const captions = plans.flatMap((raw) =>
    raw.header.columns.flatMap((c) => c.path.map((caption) => caption.text)),
  );
  const mode =
    decision?.mode ??
    modeOf([...above.map((s) => s.text), ...captions, ...plans.map((raw) => raw.grid.name)]);
  const inTables = decisionsIn(above);
  const found = inTables.length > 0 ? inTables : decisionsIn(covers);
  const attached = found.filter((d) => d.attached);
  const candidates = attached.length > 0 ? attached : found;
  const numbers = new Set(candidates.map((d) => `${d.number} ${d.date ?? ''}`));
  const [first] = candidates;
  const choices = choicesOf(candidates, mode);
  if (decision) {
    // A decision that a person names is one of those to which the file says that it is attached, if it says so in full.
    const named =
      attached.length === 0 ||
      choices.length === 0 ||
      choices.some(({ value }) => value.startsWith(said(decision)));
    if (!named)
      findings.add(
        'decision-contradicted',
        { ...(plans[0] ? { sheet: plans[0].grid.name } : {}), cell: first?.statement.cell },
        {
          decision: `${decision.number}, ${formatPlainDate(decision.date)}`,
          named: choices.map(({ label }) => label).join('; '),
        },
        choices,
      );
    return { reading: decision, mode };
  }
  if (numbers.size === 1 && first?.date)
    return { reading: { number: first.number, date: first.date, mode }, mode };
  const sheet = plans[0]?.grid.name;
  findings.add(
    'decision-unknown',
    { ...(sheet === undefined ? {} : { sheet }), cell: first?.statement.cell },
    {},
    choices,
  );
  return { reading: null, mode };
}

const said = ({ number, date }: Pick<DecisionReading, 'number' | 'date'>): string => `${number}; ${date};`;

/** The decisions that the file names with number and date, as answers. */
function choicesOf(candidates: readonly FoundDecision[], mode: DecisionReading['mode']): Choice[] {
  const named = new Map(
    candidates.flatMap(({ number, date }) =>
      date === undefined ? [] : [[`${said({ number, date })} ${mode}`, { number, date }] as const],
    ),
  );
  return [...named].map(([value, { number, date }]) => ({
    value,
    label: `Quyết định ${number} ngày ${formatPlainDate(date)}`,
    labelEn: `Decision ${number} of ${formatPlainDate(date)}`,
  }));
}

/** The allocations of a capital plan: one per project, plan type and source, with the new amount. */
export class PlanAllocations {
  readonly readings: AllocationReading[] = [];
  /** Projects with a plan that can't be read yet, by plan type. */
  private readonly unread = new Map<PlanType, Set<string>>();
  /** Amounts that have been added, and where, by project. */
  private readonly counted = new Map<string, CountedAmounts<Repetition['first']>>();
  private readonly repetitions: Repetitions;

  constructor(private readonly findings: Findings) {
    this.repetitions = new Repetitions(findings, 'project-repeated');
  }

  /** Adds the lines of a table's projects that have a plan; tells of what stands again where it would count twice. */
  addTable(ready: ReadyTable): void {
    const { table } = ready;
    const sheet = table.raw.grid.name;
    const source = lineSource(ready, this.findings);
    const unclear = rowsOfUnclearType(table);
    const before = slotsBefore(ready);
    this.repetitions.count(table.raw, table.portfolio.projects.length);
    for (const project of table.portfolio.projects) {
      const identity = identify(project, table, this.findings);
      const lines = linesOf(project, source);
      const group = settledGroup(groupOf(project, table));
      const plansBefore = plansBeforeOf(project, before, source).map((plan) => ({
        planType: plan.planType,
        source: plan.source?.code ?? 'unspecified',
        planned: plan.dong.toString(),
        cell: refOf(sheet, plan.cell),
        ...(plan.split ? { split: plan.split } : {}),
        ...(plan.rounding > 0n ? { rounding: plan.rounding.toString() } : {}),
      }));
      for (const line of lines) {
        const planned = line.amounts.get('planned');
        if (planned?.unreadable)
          this.unread.set(line.planType, (this.unread.get(line.planType) ?? new Set()).add(identity.key));
        // A source left blank next to the others is not a decision to give it nothing.
        if (!planned?.cell || planned.dong === null) continue;
        if (!unclear.has(line.row.index)) this.checkRepeated(identity, line, planned.cell, table);
        this.readings.push({
          code: identity.code,
          name: identity.name,
          planType: line.planType,
          source: line.source?.code ?? UNSPECIFIED_SOURCE,
          sourceLabel: line.source?.label ?? null,
          planned: planned.dong.toString(),
          cell: refOf(sheet, planned.cell),
          owner: textAt(table, project.own.index, 'owner'),
          field: textAt(table, project.own.index, 'field'),
          group,
          // All of the project's, once.
          ...(plansBefore.length === 0 ? {} : { before: plansBefore.splice(0) }),
        });
      }
    }
  }

  unreadOf(planType: PlanType): number {
    return this.unread.get(planType)?.size ?? 0;
  }

  /** Tells of projects that another sheet repeats, once all tables have been added. */
  tellRepeated(): void {
    this.repetitions.tell();
  }

  /** A decision that gives zero says something, however it is found. */
  private checkRepeated(
    { key, name, codeCell, cell }: ProjectIdentity,
    line: Line,
    amount: CellModel,
    { raw }: TypedTable,
  ): void {
    const counted =
      this.counted.get(key) ?? new CountedAmounts<Repetition['first']>(() => false, ['planned']);
    this.counted.set(key, counted);
    const first = counted.firstOf(line);
    if (first) this.repetitions.add({ project: name, table: raw, cell: codeCell ?? cell, first });
    else counted.add(line, { sheet: raw.grid.name, cell: amount });
  }
}
