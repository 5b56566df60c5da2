import type {
  DecisionOptionView,
  DecisionsShownView,
  DueShareView,
  LeaderDecisionView,
  OwedReturnView,
  UnderwayDecisionView,
  WeekDigestView,
  WeekForecastView,
  WeekSilenceView,
} from '@thongvon/api-contract';
import { shareOf } from '@thongvon/blockers';
import { toBucketView, toGroupView, toPartsView } from '@thongvon/blockers/http';
import { showMovement } from '@thongvon/capital';
import { type Dong, formatHundredths as percent, pointsApart, sumDong } from '@thongvon/kernel';
import { remainingOf } from '@thongvon/reallocation';
import type { Decision, DecisionOption, UnderwayDecision } from '../domain/decision';
import type { Digest, Milestone, OwingOffice, WeekSilence } from '../domain/digest';
import { givenTexts, sentenceOf } from '../domain/messages/decision-texts';
import { askOf } from '../domain/messages/letter';
import { blockerOf, taskTexts } from '../domain/messages/option-tasks';
import { optionTexts, partsTexts } from '../domain/messages/option-texts';
import { FACTORS, MOST_SHOWN } from '../domain/ranking';
import { movedPoints, rateOf } from '../domain/shares';

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
    heldShare: shareOf(held.amount, remaining),
    heldParts: toPartsView(held.parts),
    heldAgeing: held.ageing.map(toBucketView),
    heldByCause: held.byCause.map(toGroupView),
    decisions: digest.decisions.map(toDecision),
    decisionsShown: toShown(digest.decisions),
    underway: digest.underway.map(toUnderway),
    forecast: toForecast(digest),
    silence: toSilence(digest.silence),
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

function toDecision(decision: Decision): LeaderDecisionView {
  const { rule, project, rank, outlook, latest, blockerId, cause, reason, unit, since } = decision;
  const { reopened, reopenedEn, daysOverdue, due, daysLeft, staleFrom } = decision;
  const [ask, askEn] = askOf(rule, blockerId, cause);
  const [sentence, sentenceEn] = sentenceOf(decision);
  return {
    rule,
    alerts: decision.alerts.map(({ rule: of, texts: [text, textEn] }) => ({ rule: of, text, textEn })),
    projectId: project.id,
    projectName: project.name,
    blockerId,
    amount: amount(rank.money),
    moneyIs: rank.moneyIs,
    held: amount(rank.held),
    unspent: amount(rank.unspent),
    urgency: rank.urgency,
    factor: FACTORS[rank.urgency],
    weight: amount(rank.weight),
    sentence,
    sentenceEn,
    since,
    latest: {
      state: latest.state,
      on: 'on' in latest ? latest.on : null,
      weeks: 'weeks' in latest ? latest.weeks : null,
    },
    options: decision.options.map((option) => toOption(decision, option)),
    unplaced: amount(decision.unplaced),
    cause,
    reason,
    reopened,
    reopenedEn,
    ask,
    askEn,
    unit,
    daysOverdue,
    due,
    disbursed: amount(outlook.disbursed),
    rate: rateOf(outlook),
    daysLeft,
    staleFrom,
  };
}

function toUnderway({ project, rank, blockerId, task }: UnderwayDecision): UnderwayDecisionView {
  const { id, office, due, state, further } = task;
  const [text, textEn] = givenTexts(task);
  return {
    ...{ projectId: project.id, projectName: project.name, blockerId, amount: amount(rank.money) },
    task: { id, office, due, state, further, text, textEn },
  };
}

function toOption(decision: Decision, option: DecisionOption): DecisionOptionView {
  const { kind, until, parts, receivers } = option;
  const [text, textEn] = optionTexts(decision, option);
  const [effect, effectEn] = partsTexts(option);
  const [task, taskEn] = taskTexts(decision, option);
  return {
    ...{ kind, text, textEn, effect, effectEn, until, task, taskEn },
    taskBlockerId: blockerOf(decision, option),
    spent: amount(parts?.spent ?? null),
    moved: amount(parts?.moved ?? null),
    unspent: amount(parts?.unspent ?? null),
    receivers: receivers.map(({ project, source, amount: taken, room, isInvestmentKnown }) => ({
      projectId: project.id,
      projectName: project.name,
      source,
      amount: taken.toString(),
      room: room.toString(),
      isInvestmentKnown,
    })),
  };
}

function toShown(decisions: readonly Decision[]): DecisionsShownView {
  const [first, further] = [decisions.slice(0, MOST_SHOWN), decisions.slice(MOST_SHOWN)];
  const sum = (some: readonly Decision[]): string | null =>
    amount(sumDong(some.map(({ rank }) => rank.money)));
  return {
    shown: first.length,
    amount: sum(first),
    further: further.length,
    furtherAmount: sum(further),
    factors: FACTORS,
  };
}

function toForecast({ forecast, total, expected }: Digest): WeekForecastView {
  const { deadline, disbursed, unspent, missing, ifBlockedStandStill, proposed, ifMoved, ...counts } =
    forecast;
  return {
    deadline,
    disbursed: amount(disbursed),
    rate: rateOf({ ...total, disbursed }),
    unspent: amount(unspent),
    target: expected && percent(expected.final.hundredths),
    missing: amount(missing),
    rateIfBlockedStandStill: rateOf({ ...total, disbursed: ifBlockedStandStill }),
    proposed: proposed.toString(),
    rateIfMoved: rateOf({ ...total, disbursed: ifMoved }),
    ...counts,
  };
}

function toSilence({ projects, withoutFigures, stale, estimated, unanswered }: WeekSilence): WeekSilenceView {
  return {
    projects,
    withoutFigures: withoutFigures.projects,
    withoutFiguresPlanned: amount(withoutFigures.planned),
    stale: stale.projects,
    staleSince: stale.since,
    estimated,
    unanswered,
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
