import type {
  DueShareView,
  LeaderDecisionView,
  OwedReturnView,
  WeekDigestView,
} from '@thongvon/api-contract';
import { shareOf } from '@thongvon/blockers';
import { showMovement } from '@thongvon/capital';
import { formatHundredths as percent, pointsApart, type Dong } from '@thongvon/kernel';
import type { Decision, Digest, Milestone, OwingOffice } from '../domain/digest';
import { askOf } from '../domain/messages/letter';
import { movedPoints, rateOf, remainingOf } from '../domain/shares';

/** What the letter says, as the API shows it: amounts in whole đồng and rates in percent as texts. */
export function toWeekDigestView(digest: Digest): WeekDigestView {
  const { week, revision, correction, asOf, planYear, total, expected, held, coverage, reckoning } = digest;
  const remaining = remainingOf(total);
  const rate = rateOf(total);
  // Old figures aren't judged as if they were of the cut-off.
  const due = expected === null || reckoning.stale ? null : percent(expected.hundredths);
  return {
    week,
    revision,
    correction,
    asOf,
    reckoning,
    planYear,
    projects: total.projects,
    planned: amount(total.planned),
    disbursed: amount(total.disbursed),
    rate,
    remaining: amount(remaining),
    change: amount(digest.movement.value),
    movement: showMovement(digest.movement),
    changePoints: movedPoints(digest),
    expected: due,
    lead: rate === null || due === null ? null : pointsApart(rate, due),
    targets: expected ? targetsOf([expected.next, expected.final]) : [],
    held: amount(held.amount),
    heldProjects: held.projects,
    heldShare: shareOf(amount(held.amount), amount(remaining)),
    heldParts: held.parts,
    heldAgeing: held.ageing,
    heldByCause: held.byCause,
    decisions: digest.decisions.map(toDecision),
    overdueByUnit: digest.overdueByUnit.map((unit) => ({ ...unit, held: amount(unit.held) })),
    silent: digest.silent.map(toOwed),
    sentBack: digest.sentBack.map(toOwed),
    pending: digest.pending.map(({ office, kind }) => ({ office, kind })),
    ...coverage,
    risen: digest.improvements.flatMap((one) =>
      one.type === 'project-rose'
        ? [{ project: one.project, before: rateOf(one.before), now: rateOf(one.now) }]
        : [],
    ),
  };
}

function toDecision({ project, share, amount: held, ...decision }: Decision): LeaderDecisionView {
  const {
    rule,
    blockerId,
    cause,
    reason,
    reopened,
    reopenedEn,
    unit,
    daysOverdue,
    due,
    daysLeft,
    staleFrom,
  } = decision;
  const [ask, askEn] = askOf(rule, blockerId, cause);
  return {
    rule,
    projectId: project.id,
    projectName: project.name,
    blockerId,
    amount: amount(held),
    cause,
    reason,
    reopened,
    reopenedEn,
    ask,
    askEn,
    unit,
    daysOverdue,
    due,
    disbursed: amount(share.disbursed),
    rate: rateOf(share),
    daysLeft,
    staleFrom,
  };
}

function toOwed({ name, kind, lastAsOf }: OwingOffice): OwedReturnView {
  return { office: name, kind, lastAsOf };
}

/** Near the end of the year the next target is the last. */
function targetsOf(milestones: readonly Milestone[]): DueShareView[] {
  const days = new Map(milestones.map(({ date, hundredths }) => [date, percent(hundredths)]));
  return [...days].map(([on, share]) => ({ on, percent: share }));
}

const amount = (value: Dong | null): string | null => value?.toString() ?? null;
