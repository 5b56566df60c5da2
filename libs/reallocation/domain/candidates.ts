import type { BlockerCause } from '@thongvon/api-contract';
import { heldTotal } from '@thongvon/blockers';
import { type Dong, groupBy, isStale, type PlainDate } from '@thongvon/kernel';
import type { FrozenBlocker } from '@thongvon/snapshots';
import { plannedLines, type ReceivingLimit, receivingLimit, surelyLeft } from './limits';
import { type Outlook, outlookOf, perWeek } from './outlook';
import type { CapitalWeek, RoomMaterial } from './rooms';
import { figureDateOf } from './share';

/** What the desk looks at: a frozen week, and what was known by its cut. */
export interface DeskMaterial extends RoomMaterial {
  readonly now: CapitalWeek & { readonly blockers: readonly FrozenBlocker[] };
  /** What owners said will have been disbursed of this year's plan by the last day. */
  readonly estimates: ReadonlyMap<string, Dong>;
}

/** Capital of one source that a project has this year. */
export interface ProjectSource {
  readonly code: string;
  readonly label: string;
  readonly planned: Dong;
  /** What surely remains of it: the most that can be taken away. */
  readonly most: Dong;
}

/** A project on the desk: all that speaks for giving or taking capital, and the limits of both. */
export interface DeskProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly owner: string | null;
  /** The topmost office above its own: capital moves below one of these only. */
  readonly root: string;
  readonly outlook: Outlook;
  readonly perWeek: Dong | null;
  readonly figuresOn: PlainDate | null;
  readonly isStale: boolean;
  /** What its owner says will have been disbursed by the last day; null: nothing was said. */
  readonly estimate: Dong | null;
  readonly blockers: {
    readonly count: number;
    /** Null: none, or nobody knows. */
    readonly held: Dong | null;
    readonly causes: readonly BlockerCause[];
    /** The day that comes first. */
    readonly due: PlainDate | null;
  };
  readonly totalInvestment: Dong | null;
  readonly paidBefore: Dong | null;
  /** What it could do without: what the forecast leaves unspent, or what its blockers hold, whichever is more; null: not known. */
  readonly spare: Dong | null;
  readonly limit: ReceivingLimit;
  readonly sources: readonly ProjectSource[];
}

/** All projects with a plan of the year, by id. */
export function deskProjects(material: DeskMaterial): Map<string, DeskProject> {
  const { now, planYear, grounds, market, paidBefore, estimates } = material;
  const blockers = groupBy(now.blockers, ({ projectId }) => projectId);
  const projects = now.projects.flatMap((project): DeskProject[] => {
    const sources = new Map(plannedLines(project.lines, planYear).map((line) => [line.source, line.planned]));
    const { id, code, name, owner, organizationId, totalInvestment } = project;
    const outlook = outlookOf(project, grounds, { week: now.week, planYear });
    if (outlook.planned === null) return [];
    const sure = surelyLeft(project, planYear);
    const paid = paidBefore.get(id);
    const figuresOn = figureDateOf(project, planYear);
    const blocked = blockedBy(blockers.get(id) ?? [], outlook.remaining, now.week);
    return [
      {
        ...{ id, code, name, owner, outlook, totalInvestment, figuresOn },
        root: market.rootOf.get(organizationId) ?? organizationId,
        perWeek: perWeek(outlook.pace),
        isStale: isStale(figuresOn, now.week),
        estimate: estimates.get(id) ?? null,
        blockers: blocked,
        paidBefore: paid ?? null,
        spare: larger(outlook.unspent, blocked.held),
        limit: receivingLimit(project, outlook, planYear, paid),
        sources: [...sources].map(([source, planned]) => ({
          code: source,
          label: market.sources.get(source) ?? source,
          planned: planned ?? 0n,
          most: sure.get(source) ?? 0n,
        })),
      },
    ];
  });
  return new Map(projects.map((project) => [project.id, project]));
}

function blockedBy(
  blockers: readonly FrozenBlocker[],
  remaining: Dong | null,
  week: PlainDate,
): DeskProject['blockers'] {
  const held = blockers.map(({ projectId, due, setAmount }) => ({ projectId, due, setAmount, remaining }));
  return {
    count: blockers.length,
    held: heldTotal(held, { businessDay: week }).capitalHeld,
    causes: [...new Set(blockers.map(({ cause }) => cause))].toSorted(),
    due: blockers.flatMap(({ due }) => due ?? []).toSorted()[0] ?? null,
  };
}

function larger(a: Dong | null, b: Dong | null): Dong | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** What a project could give of a source; zero: it is no candidate, or nobody knows. */
export function givable({ spare, sources }: DeskProject, source: string): Dong {
  const most = sources.find(({ code }) => code === source)?.most ?? 0n;
  const wanted = spare ?? 0n;
  return wanted < most ? wanted : most;
}

/** What a project could take of a source, as its pace leads; zero: it is no candidate. */
export function takable({ limit, blockers, sources }: DeskProject, source: string): Dong {
  const isAble = blockers.count === 0 && sources.some(({ code }) => code === source);
  return isAble ? limit.most : 0n;
}

/** Who could give or take of a source, and how much together; a project of two sources could do it in either, not in both. */
export interface SourceSum {
  readonly source: { readonly code: string; readonly label: string };
  readonly givers: number;
  readonly givable: Dong;
  readonly receivers: number;
  readonly takable: Dong;
}

/** The sources of these projects, by what could be given of them. */
export function sourceSums(projects: Iterable<DeskProject>): SourceSum[] {
  const each = [...projects].flatMap((project) =>
    project.sources.map(({ code, label }) => ({ source: { code, label }, project })),
  );
  const sums = [...groupBy(each, ({ source }) => source.code)].flatMap(([code, of]) => {
    const [first] = of;
    if (!first) return [];
    const [give, take] = [givable, takable].map((rule) =>
      of.map(({ project }) => rule(project, code)).filter((amount) => amount > 0n),
    );
    const sum = (amounts: readonly Dong[] = []): Dong => amounts.reduce((a, b) => a + b, 0n);
    return [
      {
        source: first.source,
        ...{
          givers: give?.length ?? 0,
          givable: sum(give),
          receivers: take?.length ?? 0,
          takable: sum(take),
        },
      },
    ];
  });
  return sums.toSorted(
    (a, b) => descending(a.givable, b.givable) || (a.source.code < b.source.code ? -1 : 1),
  );
}

/** Who has capital of the source, the largest amount first; those who are no candidates follow by name. */
export function candidates(
  projects: Iterable<DeskProject>,
  side: 'giver' | 'receiver',
  source: string,
): DeskProject[] {
  const amount = side === 'giver' ? givable : takable;
  return [...projects]
    .filter(({ sources }) => sources.some(({ code }) => code === source))
    .map((project) => ({ project, most: amount(project, source) }))
    .toSorted(
      (a, b) =>
        descending(a.most, b.most) ||
        a.project.name.localeCompare(b.project.name, 'vi') ||
        (a.project.id < b.project.id ? -1 : 1),
    )
    .map(({ project }) => project);
}

const descending = (a: Dong, b: Dong): number => (a === b ? 0 : a > b ? -1 : 1);
