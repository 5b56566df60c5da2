import { type Dong, groupBy, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { FrozenProject } from '@thongvon/snapshots';
import { plannedLines, receivingLimit, surelyLeft } from './limits';
import { type Grounds, type Outlook, outlookOf } from './outlook';

/** What the register says of who may give capital to whom. */
export interface Market {
  /** The topmost office above each: capital moves below one of these only. Who isn't in it stands by itself. */
  readonly rootOf: ReadonlyMap<string, string>;
  /** What sources are called, by code. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Nothing is known of the register: each office by itself, sources by their codes. */
export const NO_MARKET: Market = { rootOf: new Map(), sources: new Map() };

/** A week's projects, and who of them is blocked. */
export interface CapitalWeek {
  /** Date of its cut-off. */
  readonly week: PlainDate;
  readonly projects: readonly FrozenProject[];
  readonly blockers: readonly { readonly projectId: string }[];
}

/** Who can take a part of another project's capital, of the same source. */
export interface Receiver {
  readonly project: { readonly id: string; readonly name: string };
  readonly source: { readonly code: string; readonly label: string };
  /** What it is proposed to take, and what it could at most, after what items before have taken. */
  readonly amount: Dong;
  readonly room: Dong;
  /** `room` is held to what its total investment leaves; else nobody knows that. */
  readonly isInvestmentKnown: boolean;
}

/** What projects' rooms are made of. */
export interface RoomMaterial {
  readonly now: CapitalWeek;
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
    const sure = this.sures.get(giver.id) ?? surelyLeft(giver, this.material.planYear);
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
    const { most, isInvestmentKnown } = receivingLimit(
      project,
      outlook,
      planYear,
      paidBefore.get(project.id),
    );
    if (most === 0n) return [];
    const { id, name, organizationId, lines } = project;
    const sources = new Set(plannedLines(lines, planYear).map(({ source }) => source));
    const root = this.rootOf(organizationId);
    return [{ project: { id, name }, sources, root, isInvestmentKnown, left: most }];
  }

  private rootOf(organizationId: string): string {
    return this.material.market.rootOf.get(organizationId) ?? organizationId;
  }
}

const descending = (a: Dong, b: Dong): number => (a === b ? 0 : a > b ? -1 : 1);
