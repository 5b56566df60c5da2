import {
  type Dong,
  dongOf,
  formatInstant,
  groupBy,
  type PlainDate,
  type PlanType,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import type { OutsidePlan, PreviewReplacement, PreviewRow, ProjectShift } from '@thongvon/returns';
import type { PlacedPart } from './cumulative-order';
import { amountOf, type Cut, fallsBetween } from './cumulative-parts';
import type { Basis } from './figures-query';
import { type LedgerLine, ledgerLines } from './ledger-lines';

/** What was disbursed of a project's plan type; whole đồng, null: it isn't known. */
export interface FigureOfType {
  /** Null: not registered yet. */
  readonly projectId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly planType: PlanType;
  readonly disbursed: string | null;
  /** The same by source, with what else is said of it. */
  readonly parts: readonly PlacedPart[];
}

/** What is in force on the return's day. */
export interface StandingFigure extends FigureOfType {
  readonly projectId: string;
  /** A return that ends with this one tells of the project. */
  readonly ends: boolean;
  /** It is of that very day, so that nobody was asked why it falls. */
  readonly sameDay: boolean;
}

export interface FigureShift extends ProjectShift, Pick<FigureOfType, 'planType'> {
  /** By source what stands, and what the return says in its place; null: nothing stood, or it says nothing. */
  readonly stood: readonly PlacedPart[] | null;
  readonly said: readonly PlacedPart[] | null;
}

/** What a return says by project and plan type. `projectIds` stand in the order of the reading's projects. */
export function figuresSaid(
  { projects, sheets }: Pick<Reading, 'projects' | 'sheets'>,
  planYear: PlanYear,
  basis: Basis,
  projectIds: readonly (string | null)[],
): FigureOfType[] {
  const grouped = new Map<string, Omit<FigureOfType, 'disbursed'> & { readonly parts: PlacedPart[] }>();
  projects.forEach((project, index) => {
    const projectId = projectIds[index] ?? null;
    for (const line of ledgerLines(project, sheets, planYear, basis)) {
      if (line.basis !== basis) continue;
      const key = `${projectId ?? `row ${index}`} ${line.plan_type}`;
      const same = grouped.get(key);
      const { code, name } = project;
      if (same) same.parts.push(partOf(line));
      else grouped.set(key, { projectId, code, name, planType: line.plan_type, parts: [partOf(line)] });
    }
  });
  return [...grouped.values()].map((figure) => ({
    ...figure,
    disbursed: sumDong(figure.parts.map(({ disbursed }) => disbursed))?.toString() ?? null,
  }));
}

/**
 * How what is in force changes: what the return says takes the place of what stood; what only an ending return reported falls
 * back to what would stand `without` it; all else stays.
 */
export function figureShifts(
  said: readonly FigureOfType[],
  standing: readonly StandingFigure[],
  without: readonly Pick<FigureOfType, 'projectId' | 'planType' | 'disbursed'>[],
): FigureShift[] {
  const now = new Map(said.map((figure) => [figureKey(figure), figure]));
  const left = new Map(without.map((figure) => [figureKey(figure), figure.disbursed]));
  const stood = new Set(standing.map(figureKey));
  const shifted = standing.map((figure): FigureShift => {
    const { disbursed, ends, parts, projectId, code, name, planType } = figure;
    const reported = now.get(figureKey(figure));
    const stays = ends ? (left.get(figureKey(figure)) ?? null) : disbursed;
    const after = reported === undefined ? stays : reported.disbursed;
    const said = reported?.parts ?? null;
    return { projectId, code, name, planType, before: disbursed, after, stood: parts, said };
  });
  const added = said
    .filter((figure) => figure.projectId === null || !stood.has(figureKey(figure)))
    .map(({ disbursed, parts, ...figure }): FigureShift => ({
      ...figure,
      ...{ before: null, after: disbursed, stood: null, said: parts },
    }));
  return [...shifted, ...added];
}

/** The changes, those of projects that the plan doesn't name marked: they are in no total. `plan`, null: nobody has one. */
export function apartFromPlan<Changed extends { readonly projectId: string | null }>(
  shifts: readonly Changed[],
  plan: ReadonlySet<string> | null,
  /** Projects that the return itself puts into the plan. */
  added: ReadonlySet<string>,
): (Changed & { readonly outside?: true })[] {
  if (plan === null) return [...shifts];
  const isIn = (projectId: string | null): boolean =>
    projectId !== null && (plan.has(projectId) || added.has(projectId));
  return shifts.map((shift) => (isIn(shift.projectId) ? shift : { ...shift, outside: true as const }));
}

/** What the return changes outside the plan; null: nothing of it is outside. */
export function outsideOf(
  shifts: readonly Pick<FigureShift, 'before' | 'after' | 'outside'>[],
): OutsidePlan | null {
  const outside = shifts.filter((shift) => shift.outside === true);
  if (outside.length === 0) return null;
  const sum = (of: 'before' | 'after') =>
    outside.reduce((total, shift) => total + BigInt(shift[of] ?? 0), 0n).toString();
  return { projects: outside.length, before: sum('before'), after: sum('after') };
}

/** Sums of a plan type in which something falls that the whole disbursed doesn't show: completed work, or of one source. */
export function fallenCuts(
  shifts: readonly FigureShift[],
): readonly { readonly cut: Cut; readonly label: string | null; readonly shifts: readonly FigureShift[] }[] {
  const fallen = shifts.flatMap(({ stood, said }) =>
    stood === null || said === null
      ? []
      : fallsBetween(stood, said).flatMap(({ measure, source }) =>
          measure === 'disbursed' && source === null
            ? []
            : [{ measure, source, label: stood.find((part) => part.source === source)?.label ?? source }],
        ),
  );
  return [...groupBy(fallen, ({ measure, source }) => `${measure} ${source ?? ''}`).values()].flatMap(
    ([first]) => {
      if (!first) return [];
      const { label, ...cut } = first;
      const amount = (parts: readonly PlacedPart[] | null): string | null =>
        parts === null ? null : (amountOf(parts, cut)?.toString() ?? null);
      // What the return doesn't tell of stays as it is in these sums, or is said by the whole.
      const stated = shifts.flatMap((shift) =>
        shift.said === null ? [] : [{ ...shift, before: amount(shift.stood), after: amount(shift.said) }],
      );
      return [{ cut, label, shifts: stated }];
    },
  );
}

/** A line of the ledger as a part of its project's figures. */
function partOf({
  source_code: source,
  cells,
  ...line
}: Pick<LedgerLine, 'source_code' | 'disbursed' | 'completed' | 'advance' | 'cells'>): PlacedPart {
  return {
    source,
    label: null,
    cells,
    disbursed: dongOf(line.disbursed),
    completed: dongOf(line.completed),
    advance: dongOf(line.advance),
  };
}

/**
 * The changes by day: of the return's day, and of each later one on which some project has a figure of its own and so
 * changes no longer. A total may fall on a later day though it grows on the return's.
 */
export function shiftsByDay(
  shifts: readonly FigureShift[],
  from: PlainDate,
  next: readonly (Pick<FigureOfType, 'planType'> & { readonly projectId: string; readonly on: PlainDate })[],
): { readonly on: PlainDate; readonly shifts: readonly FigureShift[] }[] {
  const until = new Map(next.map((figure) => [figureKey(figure), figure.on]));
  const ends = shifts.flatMap((shift) => until.get(figureKey(shift)) ?? []);
  const days = [...new Set([from, ...ends])].toSorted((a, b) => (a < b ? -1 : 1));
  return days.map((on) => ({
    on,
    shifts: shifts.filter((shift) => {
      const end = shift.projectId === null ? undefined : until.get(figureKey(shift));
      return end === undefined || on < end;
    }),
  }));
}

const figureKey = ({ projectId, planType }: Pick<FigureOfType, 'projectId' | 'planType'>): string =>
  `${projectId ?? ''} ${planType}`;

/** A return whose effect ends, as it was approved. */
export interface EndingReturn {
  readonly id: string;
  readonly approvedAt: Date;
}

/** What the ledger has of a project from returns whose effect ends. */
export interface EndingProject {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly lines: readonly Omit<LedgerLine, 'cells'>[];
}

/**
 * The rows of a preview, those that `ending` tells otherwise with what that says, and the two returns as a whole.
 * `reported` holds for each of the first rows what the return itself would write into the ledger; the rest are missing ones.
 */
export function compareWithEnding(
  rows: readonly PreviewRow[],
  reported: readonly (readonly LedgerLine[])[],
  last: EndingReturn,
  ending: readonly EndingProject[],
  /** By index of `reported`: a cell of it isn't settled, so that nothing can be said to differ yet. */
  open: readonly boolean[] = [],
): { readonly rows: PreviewRow[]; readonly replaces: PreviewReplacement } {
  const known = new Map(ending.map((project) => [project.projectId, project]));
  const own = groupBy(
    reported.map((lines, index) => ({ key: rowKey(rows[index], index), lines })),
    ({ key }) => key,
  );
  const unread = new Set(reported.flatMap((_, index) => (open[index] ? [rowKey(rows[index], index)] : [])));
  const otherwise = new Set(
    [...own].flatMap(([key, same]) =>
      unread.has(key) ||
      sameness(same.flatMap(({ lines }) => lines)) === sameness(known.get(key)?.lines ?? [])
        ? []
        : [key],
    ),
  );
  const otherAmounts = [...otherwise].filter(
    (key) =>
      amountsOf((own.get(key) ?? []).flatMap(({ lines }) => lines)) !==
      amountsOf(known.get(key)?.lines ?? []),
  );
  const leftOut = ending.filter(({ projectId }) => !own.has(projectId));
  const [after, before] = [disbursedNow(reported.flat()), disbursedNow(ending.flatMap(({ lines }) => lines))];
  return {
    rows: rows.map((row, index) => {
      const key = rowKey(row, index);
      return otherwise.has(key) && index < reported.length
        ? { ...row, replaced: text(disbursedNow(known.get(key)?.lines ?? [])) }
        : row;
    }),
    replaces: {
      returnId: last.id,
      approvedAt: formatInstant(last.approvedAt),
      changed: otherwise.size + leftOut.length,
      changedAmounts: otherAmounts.length + leftOut.length,
      ...(unread.size > 0 && { unread: unread.size }),
      difference:
        unread.size > 0 || (after === null && before === null)
          ? null
          : ((after ?? 0n) - (before ?? 0n)).toString(),
      leftOut: leftOut.map(({ lines, ...project }) => ({ ...project, amount: text(disbursedNow(lines)) })),
    },
  };
}

/** Two projects' lines say the same if these are equal, whatever their order and cells. */
function sameness(lines: readonly Omit<LedgerLine, 'cells'>[]): string {
  return lines
    .map(({ basis, plan_type, source_code, disbursed, completed, advance }) =>
      JSON.stringify([basis, plan_type, source_code, disbursed, completed, advance]),
    )
    .toSorted()
    .join('\n');
}

/** What two projects' lines say was disbursed of each plan, whatever its sources and parts. */
function amountsOf(lines: readonly Omit<LedgerLine, 'cells'>[]): string {
  const byPlan = groupBy(lines, ({ basis, plan_type }) => `${basis} ${plan_type}`);
  return [...byPlan]
    .map(([plan, same]) => `${plan} ${text(sumDong(same.map(({ disbursed }) => dongOf(disbursed))))}`)
    .toSorted()
    .join('\n');
}

/** Its project; a project that isn't registered yet is one of its own. */
const rowKey = (row: PreviewRow | undefined, index: number): string => row?.projectId ?? `row ${index}`;

/** Disbursed of this year's plan; null where nothing is said. */
export function disbursedNow(lines: readonly Omit<LedgerLine, 'cells'>[]): Dong | null {
  return sumDong(
    lines.map(({ basis, plan_type, disbursed }) =>
      basis !== 'estimate' && plan_type === 'current-year' && disbursed !== null ? BigInt(disbursed) : null,
    ),
  );
}

const text = (value: Dong | null): string | null => value?.toString() ?? null;
