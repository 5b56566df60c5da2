import type {
  MoneyStandingView,
  ReallocationCandidateView,
  ReallocationDeskView,
  ReallocationEffectView,
  ReallocationIssueView,
  ReallocationProjectView,
  ReallocationProposalDetailView,
  ReallocationProposalView,
  ReallocationSide,
  ReallocationTrialRequest,
  ReallocationTrialView,
  ReceivingLimitView,
} from '@thongvon/api-contract';
import { type Dong, lastDay, parseDong, plainDate } from '@thongvon/kernel';
import type { DeskView, Trial, WantedLines } from '../application/desk';
import type { KnownProposal, ProposalRow } from '../application/view-proposals';
import { type DeskProject, givable, takable } from '../domain/candidates';
import type { Declaration, Issue } from '../domain/checks';
import type { ReceivingLimit } from '../domain/limits';
import { issueTexts } from '../domain/messages/issue-texts';
import { type MoneyStanding, type ProjectEffect, standingOf } from '../domain/what-if';

const text = (amount: Dong | null): string | null => amount?.toString() ?? null;

const toStanding = ({
  planned,
  disbursed,
  rate,
  forecast,
  endRate,
  unspent,
}: MoneyStanding): MoneyStandingView => ({
  ...{ planned: text(planned), disbursed: text(disbursed), rate, forecast: text(forecast), endRate },
  unspent: text(unspent),
});

const toLimit = ({ byPace, byInvestment, isInvestmentKnown }: ReceivingLimit): ReceivingLimitView => ({
  byPace: byPace.toString(),
  byInvestment: text(byInvestment),
  investmentKnown: isInvestmentKnown,
});

type Named = Pick<ReallocationProjectView, 'id' | 'code' | 'name' | 'owner'>;

const named = ({ id, code, name, owner }: Named): Named => ({
  ...{ id, code, name, owner },
});

/** Lines of a request. */
export const wantedLines = ({ week, revision, lines, declared }: ReallocationTrialRequest): WantedLines => ({
  week: plainDate(week),
  revision,
  lines: lines.map(({ giverId, receiverId, source, amount }) => ({
    ...{ giverId, receiverId, source, amount: parseDong(amount) },
  })),
  declared: declared.map(({ projectId, about, note }) => ({ projectId, about, note })),
});

/** The desk with what could be moved of each source. */
export function toDeskView(
  { ref, planYear, projects, sources, whole }: DeskView,
  mayPropose: boolean,
): ReallocationDeskView {
  const dates = [...projects.values()].flatMap(({ figuresOn }) => figuresOn ?? []);
  return {
    week: ref.week,
    revision: ref.revision,
    frozenAt: ref.frozenAt.toISOString(),
    asOf: dates.toSorted().at(-1) ?? null,
    ...{ planYear, mayPropose, projects: projects.size },
    lastDay: lastDay(planYear),
    sources: sources.map(({ source, givers, receivers, ...sums }) => ({
      ...{ ...source, givers, receivers },
      givable: sums.givable.toString(),
      takable: sums.takable.toString(),
    })),
    whole: toStanding(whole.before),
  };
}

/** A project that has capital of the source. */
export function toCandidateView(
  project: DeskProject,
  side: ReallocationSide,
  code: string,
): ReallocationCandidateView {
  const { outlook, figuresOn, isStale, perWeek, estimate, spare, blockers, totalInvestment, paidBefore } =
    project;
  const source = project.sources.find((one) => one.code === code);
  return {
    ...named(project),
    amount: (side === 'giver' ? givable(project, code) : takable(project, code)).toString(),
    plannedOfSource: (source?.planned ?? 0n).toString(),
    most: (source?.most ?? 0n).toString(),
    standing: toStanding(standingOf(outlook)),
    ...{
      asOf: figuresOn,
      stale: isStale,
      perWeek: text(perWeek),
      estimate: text(estimate),
      spare: text(spare),
    },
    blockers: { ...blockers, held: text(blockers.held) },
    ...{ totalInvestment: text(totalInvestment), paidBefore: text(paidBefore) },
    limit: toLimit(project.limit),
  };
}

function toIssueView(issue: Issue, declared: readonly Declaration[]): ReallocationIssueView {
  const { code, isError, projectId, source, amount, limit } = issue;
  const [message, messageEn] = issueTexts(issue);
  const note = declared.find((one) => one.projectId === projectId && one.about === code)?.note ?? null;
  return {
    ...{ code, isError, projectId, source, message, messageEn },
    ...{ amount: amount.toString(), limit: text(limit), declared: note },
  };
}

/** What lines would do. */
export function toTrialView({ ref, effect, issues, open, declared }: Trial): ReallocationTrialView {
  const { moved, bySource, projects, whole, gain, curve } = effect;
  const labels = new Map(
    projects.flatMap(({ project }) => project.sources.map(({ code, label }) => [code, label] as const)),
  );
  const balance = ({ source, given, taken }: { source: string; given: Dong; taken: Dong }) => ({
    code: source,
    label: labels.get(source) ?? source,
    given: given.toString(),
    taken: taken.toString(),
  });
  return {
    week: ref.week,
    revision: ref.revision,
    moved: moved.toString(),
    bySource: bySource.map(balance),
    projects: projects.map(
      ({
        project,
        given,
        taken,
        bySource: shares,
        before,
        after,
      }: ProjectEffect): ReallocationEffectView => ({
        ...named(project),
        given: given.toString(),
        taken: taken.toString(),
        bySource: shares.map((share) => ({ ...balance(share), most: share.most.toString() })),
        limit: toLimit(project.limit),
        before: toStanding(before),
        after: toStanding(after),
      }),
    ),
    whole: { ...whole, before: toStanding(whole.before), after: toStanding(whole.after) },
    gain: text(gain),
    curve: curve.map(({ on, before, after }) => ({ on, before: text(before), after: text(after) })),
    issues: issues.map((issue) => toIssueView(issue, declared)),
    mayKeep: open.length === 0 && moved > 0n,
  };
}

/** A proposal as lists show it. */
export const toProposalView = (row: ProposalRow): ReallocationProposalView => listed(row);

function listed(row: ProposalRow) {
  const { id, title, state, nth, planYear, week, revision, moved, lines } = row;
  const { by, office, at, decisionNumber, decidedOn, outdated } = row;
  return {
    ...{ id, title, state, nth, planYear, week, revision, moved, lines, decisionNumber, decidedOn, outdated },
    by: { name: by, office },
    at: at.toISOString(),
  };
}

/** A proposal with its lines, what they do, and its history. */
export function toProposalDetailView(proposal: KnownProposal): ReallocationProposalDetailView {
  const { kept, declared, effect, now, touched, history, mayChange, office } = proposal;
  return {
    ...listed(proposal),
    ...{ kept, declared, mayChange },
    effect: toTrialView(effect),
    since: { week: now?.ref.week ?? null, now: now && toTrialView(now), touched },
    history: history.map(({ by, at, ...entry }) => ({
      ...entry,
      by: { name: by, office },
      at: at.toISOString(),
    })),
  };
}
