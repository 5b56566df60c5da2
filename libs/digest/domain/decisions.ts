import { decisionAskedBy, DECISION_LADDER, type StandingAlert } from '@thongvon/alerts';
import type { BlockerCause } from '@thongvon/api-contract';
import { suggestCauses, withoutNames } from '@thongvon/blockers';
import {
  daysBetween,
  groupBy,
  isStale,
  lastDay,
  type PlainDate,
  type PlanYear,
  type Reckoning,
} from '@thongvon/kernel';
import { figureDateOf, type Grounds, outlookOf, type Rooms } from '@thongvon/reallocation';
import type { FrozenBlocker, FrozenProject } from '@thongvon/snapshots';
import type { DecidedTask, Decision, UnderwayDecision } from './decision';
import { heldBy } from './held';
import { latestDay } from './outlook';
import { type Undecided, withOptions } from './options';
import { byRank, descending, earlier, rankOf } from './ranking';
import type { Shares } from './shares';
import type { LetterWeek } from './within-scope';

/** What the decisions of a week are made of. */
export interface DecisionMaterial {
  readonly now: LetterWeek;
  readonly alerts: readonly StandingAlert[];
  readonly shares: Shares;
  readonly grounds: Grounds;
  readonly reckoning: Reckoning;
  readonly planYear: PlanYear;
  readonly rooms: Rooms;
  /** What was decided of a project, by its id. */
  readonly underway: ReadonlyMap<string, DecidedTask>;
}

/** What leaders are asked for, and what they have decided already. */
export interface Decisions {
  readonly asked: readonly Decision[];
  readonly underway: readonly UnderwayDecision[];
}

/**
 * One item for each project of which some rule asks for a decision, by money × urgency (`byRank`). All that other rules say of the
 * project is folded into it. Of a project on which somebody is at work nothing is asked, and nothing of it is promised to others.
 */
export function decisionsOf(material: DecisionMaterial): Decisions {
  const { now, alerts, planYear, rooms, reckoning, underway } = material;
  const blockers = groupBy(now.blockers, ({ projectId }) => projectId);
  // In January two plan years are open; a project's amounts of both must not be added up.
  const ofYear = alerts.filter((alert) => alert.planYear === null || alert.planYear === planYear);
  const raised = groupBy(ofYear, ({ projectId }) => projectId);
  const items = [...now.projects, ...now.cleared]
    .flatMap((project) => {
      const own = raised.get(project.id) ?? [];
      const asked = own.filter(({ rule }) => decisionAskedBy(rule) !== null);
      const [first] = asked.toSorted(firstOnLadder);
      return first ? [decisionOf(material, project, blockers.get(project.id) ?? [], own, first)] : [];
    })
    .toSorted(byRank);
  const projects = new Map(now.projects.map((project) => [project.id, project]));
  const open = items.filter(({ project }) => !underway.has(project.id));
  return {
    asked: withOptions(open, projects, rooms, reckoning.nextLetterOn),
    underway: items.flatMap((item) => {
      const task = underway.get(item.project.id);
      return task ? [{ ...item, options: [], unplaced: null, task }] : [];
    }),
  };
}

/** Rules in the order in which they speak of a project: by rung and place. */
const LADDER = DECISION_LADDER.flat();

function firstOnLadder(a: StandingAlert, b: StandingAlert): number {
  const place = ({ rule }: StandingAlert): number =>
    LADDER.includes(rule) ? LADDER.indexOf(rule) : LADDER.length;
  return place(a) - place(b) || descending(a.amount, b.amount);
}

function decisionOf(
  { now: { week }, shares, grounds, reckoning, planYear }: DecisionMaterial,
  project: FrozenProject,
  blockers: readonly FrozenBlocker[],
  alerts: readonly StandingAlert[],
  first: StandingAlert,
): Undecided {
  const blocker = blockers.toSorted(mostPressing)[0];
  const again = alerts.find(({ reopened }) => reopened !== null);
  const figuresOn = figureDateOf(project, planYear);
  const due = blocker?.due ?? null;
  const deadline = lastDay(planYear);
  const outlook = outlookOf(project, grounds, { week, planYear });
  const rank = rankOf(
    { held: heldBy(blockers, shares, week).amount, unspent: outlook.unspent, blockers, alerts },
    reckoning,
  );
  const openedOn = earliest(alerts.filter(({ rule }) => decisionAskedBy(rule) !== null));
  return {
    rule: first.rule,
    project: { id: project.id, name: project.name },
    blockerId: blocker?.id ?? null,
    blockers: blockers.length,
    rank,
    amount: rank.money,
    cause: blocker?.cause ?? 'unclassified',
    likelyCause: blocker ? likelyCause(blocker) : 'unclassified',
    reason: blocker ? withoutNames(blocker.description) : null,
    unit: blocker?.responsibleUnit ?? project.owner ?? first.organization,
    since: blocker?.openedOn ?? openedOn,
    daysOverdue: due === null ? null : daysBetween(due, week),
    due,
    outlook,
    latest: latestDay(outlook, week, deadline),
    staleFrom: isStale(figuresOn, week) ? figuresOn : null,
    deadline,
    daysLeft: daysBetween(week, deadline),
    reopened: again?.reopened ?? null,
    reopenedEn: again?.reopenedEn ?? null,
    openFor: daysBetween(openedOn, week),
    alerts: alerts.toSorted(firstOnLadder).map(({ rule, text, textEn }) => ({ rule, texts: [text, textEn] })),
  };
}

/** Of a project's blockers the one whose day comes first, then the one that holds most: it is why nothing moves. */
function mostPressing(a: FrozenBlocker, b: FrozenBlocker): number {
  return earlier(a.due, b.due) || descending(a.held, b.held) || (a.id < b.id ? -1 : 1);
}

function likelyCause({ cause, description }: FrozenBlocker): BlockerCause {
  return cause === 'unclassified' ? (suggestCauses(description)[0] ?? cause) : cause;
}

const earliest = (alerts: readonly StandingAlert[]): PlainDate =>
  alerts.map(({ openedOn }) => openedOn).reduce((a, b) => (a < b ? a : b));
