import {
  daysBetween,
  type Dong,
  groupBy,
  lastDay,
  type PlainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import type { FrozenProject } from '@thongvon/snapshots';
import type { Outlook, Receiver } from './decision';
import { type Grounds, outlookOf } from './outlook';
import { descending } from './ranking';
import type { LetterWeek } from './within-scope';

/** What the register says of who may give capital to whom. */
export interface Market {
  /** The topmost office above each: capital moves below one of these only. Who isn't in it stands by itself. */
  readonly rootOf: ReadonlyMap<string, string>;
  /** What sources are called, by code. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Nothing is known of the register: each office by itself, sources by their codes. */
export const NO_MARKET: Market = { rootOf: new Map(), sources: new Map() };

/** What projects' rooms are made of. */
export interface RoomMaterial {
  readonly now: LetterWeek;
  readonly planYear: PlanYear;
  readonly grounds: Grounds;
  readonly market: Market;
  /** Disbursed of each project before the plan year, where it is known. */
  readonly paidBefore: ReadonlyMap<string, Dong>;
}

/** A project that could spend more than its plan by the last day. */
interface Room {
  readonly project: { readonly id: string; readonly name: string };
  readonly sources: ReadonlySet<string>;
  readonly root: string;
  readonly isInvestmentKnown: boolean;
  left: Dong;
}

/** What surely remains of a giver in each of its sources; what was taken is less. */
type Sure = Map<string, Dong>;

/** Names are read out: no taking has more of them. */
const MOST_RECEIVERS = 5;

/**
 * Who could take capital, and how much: what their pace would spend beyond their plan by the last day, held to their total investment where
 * that is known. What one option takes is gone for those after it, so that options taken together never promise it twice.
 */
export class Rooms {
  private readonly bySource: ReadonlyMap<string, Room[]>;
  private readonly sures = new Map<string, Sure>();

  constructor(private readonly material: RoomMaterial) {
    const { now, planYear, grounds } = material;
    const blocked = new Set(now.blockers.map(({ projectId }) => projectId));
    const rooms = now.projects.flatMap((project) =>
      blocked.has(project.id)
        ? []
        : this.roomOf(project, outlookOf(project, grounds, { week: now.week, planYear })),
    );
    const each = rooms.flatMap((room) => [...room.sources].map((source) => ({ source, room })));
    this.bySource = new Map(
      [...groupBy(each, ({ source }) => source)].map(([source, of]) => [source, of.map(({ room }) => room)]),
    );
  }

  /** Takes up to so much of the project's capital to others of the same source: the largest room first, five at most. */
  take(giver: FrozenProject, amount: Dong): Receiver[] {
    const sure = this.sures.get(giver.id) ?? sureOf(giver, this.material.planYear);
    this.sures.set(giver.id, sure);
    const taken: Receiver[] = [];
    let open = amount;
    for (const [source] of [...sure].toSorted(([s, a], [t, b]) => descending(a, b) || (s < t ? -1 : 1))) {
      for (const room of this.ableTo(giver, source)) {
        const most = sure.get(source) ?? 0n;
        const part = [open, most, room.left].reduce((a, b) => (a < b ? a : b));
        if (part <= 0n || taken.length === MOST_RECEIVERS) continue;
        taken.push({
          project: room.project,
          source: { code: source, label: this.material.market.sources.get(source) ?? source },
          amount: part,
          room: room.left,
          isInvestmentKnown: room.isInvestmentKnown,
        });
        room.left -= part;
        sure.set(source, most - part);
        open -= part;
      }
    }
    return taken;
  }

  private ableTo({ id, organizationId }: FrozenProject, source: string): Room[] {
    const root = this.rootOf(organizationId);
    return (this.bySource.get(source) ?? [])
      .filter((room) => room.root === root && room.project.id !== id && room.left > 0n)
      .toSorted((a, b) => descending(a.left, b.left) || (a.project.id < b.project.id ? -1 : 1));
  }

  private roomOf(project: FrozenProject, outlook: Outlook): Room[] {
    const { planYear, paidBefore } = this.material;
    const byPace = paceRoom(outlook, lastDay(planYear));
    const { most, isKnown } = investmentRoom(project, planYear, paidBefore.get(project.id));
    const left = most !== null && most < byPace ? most : byPace;
    if (left <= 0n) return [];
    const { id, name, organizationId, lines } = project;
    const sources = new Set(plannedLines(lines, planYear).map(({ source }) => source));
    const root = this.rootOf(organizationId);
    return [{ project: { id, name }, sources, root, isInvestmentKnown: isKnown, left }];
  }

  private rootOf(organizationId: string): string {
    return this.material.market.rootOf.get(organizationId) ?? organizationId;
  }
}

/** What the pace would spend beyond the plan; nothing for who has spent it: its work may be done. */
function paceRoom({ remaining, pace: { change, to, days } }: Outlook, end: PlainDate): Dong {
  if (remaining === null || remaining === 0n || change === null || to === null || days === null) return 0n;
  const ahead = BigInt(Math.max(0, daysBetween(to, end)));
  return (change * ahead) / BigInt(days) - remaining;
}

/**
 * Total investment less what the year plans and what was paid before it. Where nobody knows what was paid before, it is an upper bound;
 * where there is no total investment, nothing is known.
 */
function investmentRoom(
  { totalInvestment, lines }: FrozenProject,
  planYear: PlanYear,
  paidBefore: Dong | undefined,
): { readonly most: Dong | null; readonly isKnown: boolean } {
  if (totalInvestment === null) return { most: null, isKnown: false };
  const ofYear = sumDong(lines.flatMap((line) => (line.planYear === planYear ? [line.planned] : []))) ?? 0n;
  const most = totalInvestment - ofYear - (paidBefore ?? 0n);
  return { most: most > 0n ? most : 0n, isKnown: paidBefore !== undefined };
}

/** Of each source what must remain of its plan, even if all that nobody splits was disbursed from it. */
function sureOf({ lines }: FrozenProject, planYear: PlanYear): Sure {
  const planned = plannedLines(lines, planYear);
  const codes = new Set(planned.map(({ source }) => source));
  const current = lines.filter((line) => line.planYear === planYear && line.planType === 'current-year');
  const unsplit = current.flatMap(({ source, disbursed }) => (codes.has(source) ? [] : [disbursed ?? 0n]));
  const open = unsplit.reduce((a, b) => a + b, 0n);
  return new Map(
    planned.map(({ source, planned: plan, disbursed }) => {
      const left = (plan ?? 0n) - (disbursed ?? 0n) - open;
      return [source, left > 0n ? left : 0n];
    }),
  );
}

const plannedLines = (lines: FrozenProject['lines'], planYear: PlanYear): FrozenProject['lines'] =>
  lines.filter(
    (line) => line.planYear === planYear && line.planType === 'current-year' && (line.planned ?? 0n) > 0n,
  );
