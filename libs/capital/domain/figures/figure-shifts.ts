import { dongOf, groupBy, sumDong, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import type { ProjectShift } from '@thongvon/returns';
import type { Basis } from './figures-query';
import { ledgerLines } from './ledger-lines';

/** What was disbursed of a project's plan type; whole đồng, null: it isn't known. */
export interface FigureOfType {
  /** Null: not registered yet. */
  readonly projectId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly planType: PlanType;
  readonly disbursed: string | null;
}

/** What is in force on the return's day. */
export interface StandingFigure extends FigureOfType {
  readonly projectId: string;
  /** A return that ends with this one tells of the project. */
  readonly ends: boolean;
  /** It is of that very day, so that nobody was asked why it falls. */
  readonly sameDay: boolean;
}

export type FigureShift = ProjectShift & Pick<FigureOfType, 'planType'>;

/** What a return says by project and plan type. `projectIds` stand in the order of the reading's projects. */
export function figuresSaid(
  { projects, sheets }: Pick<Reading, 'projects' | 'sheets'>,
  planYear: PlanYear,
  basis: Basis,
  projectIds: readonly (string | null)[],
): FigureOfType[] {
  const lines = projects.flatMap((project, index) =>
    ledgerLines(project, sheets, planYear, basis)
      .filter((line) => line.basis === basis)
      .map((line) => ({ ...line, project, index, projectId: projectIds[index] ?? null })),
  );
  const grouped = groupBy(
    lines,
    ({ projectId, index, plan_type }) => `${projectId ?? `row ${index}`} ${plan_type}`,
  );
  return [...grouped.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { projectId, plan_type, project } = first;
    const sum = sumDong(same.map(({ disbursed }) => dongOf(disbursed)));
    const { code, name } = project;
    return [{ projectId, code, name, planType: plan_type, disbursed: sum?.toString() ?? null }];
  });
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
  const now = new Map(said.map((figure) => [keyOf(figure), figure]));
  const left = new Map(without.map((figure) => [keyOf(figure), figure.disbursed]));
  const stood = new Set(standing.map(keyOf));
  const shifted = standing.map(({ disbursed, ends, projectId, code, name, planType }): FigureShift => {
    const figure = { projectId, code, name, planType };
    const reported = now.get(keyOf(figure));
    const stays = ends ? (left.get(keyOf(figure)) ?? null) : disbursed;
    return { ...figure, before: disbursed, after: reported === undefined ? stays : reported.disbursed };
  });
  const added = said
    .filter((figure) => figure.projectId === null || !stood.has(keyOf(figure)))
    .map(({ disbursed, ...figure }): FigureShift => ({ ...figure, before: null, after: disbursed }));
  return [...shifted, ...added];
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
  const until = new Map(next.map((figure) => [keyOf(figure), figure.on]));
  const ends = shifts.flatMap((shift) => until.get(keyOf(shift)) ?? []);
  const days = [...new Set([from, ...ends])].toSorted((a, b) => (a < b ? -1 : 1));
  return days.map((on) => ({
    on,
    shifts: shifts.filter((shift) => {
      const end = shift.projectId === null ? undefined : until.get(keyOf(shift));
      return end === undefined || on < end;
    }),
  }));
}

const keyOf = ({ projectId, planType }: Pick<FigureOfType, 'projectId' | 'planType'>): string =>
  `${projectId ?? ''} ${planType}`;
