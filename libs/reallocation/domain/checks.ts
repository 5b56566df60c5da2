import type { ReallocationError, ReallocationQuestion } from '@thongvon/api-contract';
import { type Dong, groupBy } from '@thongvon/kernel';
import type { DeskProject } from './candidates';

/** So much of a source from one project to another. Whole đồng, more than nothing. */
export interface ProposalLine {
  readonly giverId: string;
  readonly receiverId: string;
  readonly source: string;
  readonly amount: Dong;
}

/** What somebody declares about a project of a proposal: the answer to one question. */
export interface Declaration {
  readonly projectId: string;
  readonly about: ReallocationQuestion;
  readonly note: string;
}

/** Something that a proposal must not do, or that has to be declared. */
export interface Issue {
  readonly code: ReallocationError | ReallocationQuestion;
  readonly isError: boolean;
  readonly projectId: string;
  /** Null: of all its sources. */
  readonly source: string | null;
  /** What is proposed, and what it is held to; null: nobody knows. */
  readonly amount: Dong;
  readonly limit: Dong | null;
}

/**
 * All that is wrong with a proposal, or has to be declared. It is judged by what each project gives and takes together, so that the order
 * of its lines says nothing, nor how an amount is cut into lines.
 */
export function issuesOf(
  projects: ReadonlyMap<string, DeskProject>,
  lines: readonly ProposalLine[],
): Issue[] {
  const issues = [
    ...groups(lines, ({ giverId, receiverId, source }) => `${giverId} ${receiverId} ${source}`).flatMap(
      (same) => [
        ...(same.length > 1 ? [error('repeated', same, 'receiverId')] : []),
        ...ofPair(projects, same),
      ],
    ),
    ...groups(lines, ({ giverId }) => giverId).flatMap((given) => ofGiver(projects, given)),
    ...groups(lines, ({ receiverId }) => receiverId).flatMap((taken) => ofReceiver(projects, taken, lines)),
  ];
  return issues.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The issues that stand in the way of keeping it: errors, and questions that nobody has answered. */
export function openIssues(issues: readonly Issue[], declared: readonly Declaration[]): Issue[] {
  return issues.filter(
    ({ isError, code, projectId }) =>
      isError || !declared.some((one) => one.projectId === projectId && one.about === code),
  );
}

/** Declarations that answer a question of these; others say nothing. */
export function declarationsFor(issues: readonly Issue[], declared: readonly Declaration[]): Declaration[] {
  return declared.filter(({ projectId, about }) =>
    issues.some((issue) => issue.projectId === projectId && issue.code === about),
  );
}

function ofPair(projects: ReadonlyMap<string, DeskProject>, same: readonly ProposalLine[]): Issue[] {
  const { giverId = '', receiverId = '' } = same[0] ?? {};
  const [giver, receiver] = [projects.get(giverId), projects.get(receiverId)];
  if (giverId === receiverId) return [error('same-project', same, 'giverId')];
  return [
    ...(giver ? [] : [error('project-unknown', same, 'giverId')]),
    ...(receiver ? [] : [error('project-unknown', same, 'receiverId')]),
    ...(giver && receiver && giver.root !== receiver.root ? [error('other-whole', same, 'receiverId')] : []),
  ];
}

function ofGiver(projects: ReadonlyMap<string, DeskProject>, given: readonly ProposalLine[]): Issue[] {
  const [first] = given;
  const giver = first && projects.get(first.giverId);
  if (!giver) return [];
  const { id, spare, estimate, outlook, sources } = giver;
  const total = sumOf(given);
  const left = (outlook.planned ?? 0n) - total;
  return [
    ...groups(given, ({ source }) => source).flatMap((same): Issue[] => {
      const source = sources.find(({ code }) => code === same[0]?.source);
      if (!source) return [error('source-of-giver', same, 'giverId')];
      return sumOf(same) > source.most ? [error('below-disbursed', same, 'giverId', source.most)] : [];
    }),
    // Of sources that were overspent, others must bear it.
    ...(outlook.remaining !== null && total > outlook.remaining
      ? [{ ...error('below-disbursed', given, 'giverId', outlook.remaining), source: null }]
      : []),
    ...(outlook.disbursed === null ? [question('giver-not-reported', id, total, null)] : []),
    ...(outlook.disbursed !== null && total > (spare ?? 0n)
      ? [question('more-than-spare', id, total, spare)]
      : []),
    ...(estimate !== null && left < estimate
      ? [question('against-estimate', id, total, (outlook.planned ?? 0n) - estimate)]
      : []),
  ];
}

function ofReceiver(
  projects: ReadonlyMap<string, DeskProject>,
  taken: readonly ProposalLine[],
  lines: readonly ProposalLine[],
): Issue[] {
  const [first] = taken;
  const receiver = first && projects.get(first.receiverId);
  if (!receiver) return [];
  const { id, limit, blockers, sources } = receiver;
  const total = sumOf(taken);
  const { byInvestment, byPace, isInvestmentKnown } = limit;
  return [
    ...groups(taken, ({ source }) => source).flatMap((same): Issue[] => {
      const source = same[0]?.source;
      const gives = lines.some(
        (line) => line.giverId === id && line.receiverId !== id && line.source === source,
      );
      return [
        ...(sources.some(({ code }) => code === source)
          ? []
          : [error('source-of-receiver', same, 'receiverId')]),
        ...(gives ? [error('both-sides', same, 'receiverId')] : []),
      ];
    }),
    ...(byInvestment !== null && total > byInvestment
      ? [{ ...error('above-investment', taken, 'receiverId', byInvestment), source: null }]
      : []),
    ...(isInvestmentKnown ? [] : [question('investment-unknown', id, total, byInvestment)]),
    ...(total > byPace ? [question('above-pace', id, total, byPace)] : []),
    ...(blockers.count > 0 ? [question('receiver-blocked', id, total, null)] : []),
  ];
}

function error(
  code: ReallocationError,
  lines: readonly ProposalLine[],
  of: 'giverId' | 'receiverId',
  limit: Dong | null = null,
): Issue {
  const { source = null, [of]: projectId = '' } = lines[0] ?? {};
  return { code, isError: true, projectId, source, amount: sumOf(lines), limit };
}

const question = (
  code: ReallocationQuestion,
  projectId: string,
  amount: Dong,
  limit: Dong | null,
): Issue => ({ code, isError: false, projectId, source: null, amount, limit });

const groups = (lines: readonly ProposalLine[], key: (line: ProposalLine) => string): ProposalLine[][] => [
  ...groupBy(lines, key).values(),
];

const keyOf = ({ projectId, code, source, amount }: Issue): string =>
  `${projectId} ${code} ${source ?? ''} ${amount.toString().padStart(20, '0')}`;

export const sumOf = (lines: readonly { readonly amount: Dong }[]): Dong =>
  lines.reduce((sum, { amount }) => sum + amount, 0n);
