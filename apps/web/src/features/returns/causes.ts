import type { CauseView, ChoiceView, FindingView } from '@thongvon/api-contract';
import { keyOf } from './findings';
import type { SeenReturn } from './queries';

type Shown = Pick<SeenReturn, 'causes' | 'findings'>;

/** The groups of the list: what stops the return, what is worth a look, what needs nothing. */
export const GROUPS = ['todo', 'check', 'understood'] as const;
type Group = (typeof GROUPS)[number];

export const groupOf = ({ asks }: Pick<CauseView, 'asks'>): Group =>
  asks === 'mend' || asks === 'answer' ? 'todo' : asks;

/** The findings of a cause, the one that it is shown by first. */
export const findingsOf = ({ findings }: CauseView, all: readonly FindingView[]): FindingView[] =>
  findings.flatMap((index) => all[index] ?? []);

/** What must be done before the return can be sent, in the order in which it settles the rest. */
export const openCauses = ({ causes }: Pick<Shown, 'causes'>): CauseView[] =>
  causes.filter((cause) => groupOf(cause) === 'todo');

/** The cause that the address names, by itself or by one of its findings; else the first that must be done. */
export function causeToOpen({ causes, findings }: Shown, key: string | undefined): CauseView | undefined {
  const named =
    key === undefined
      ? undefined
      : (causes.find((cause) => cause.key === key) ??
        causes.find((cause) =>
          [...cause.findings, ...cause.consequences].some((index) => {
            const finding = findings[index];
            return finding !== undefined && keyOf(finding) === key;
          }),
        ));
  return named ?? openCauses({ causes })[0];
}

/** The cause before or after this one, round the list; undefined where there is no other. */
export function neighbour(causes: readonly CauseView[], of: CauseView, step: 1 | -1): CauseView | undefined {
  const at = causes.findIndex(({ key }) => key === of.key);
  const other = causes[(at + step + causes.length) % causes.length];
  return other === undefined || other.key === of.key ? undefined : other;
}

/** The question after this one, so that answering goes on where it is; undefined after the last. */
export function nextQuestion(causes: readonly CauseView[], of: CauseView): CauseView | undefined {
  const at = causes.findIndex(({ key }) => key === of.key);
  return causes.slice(at + 1).find(({ asks }) => asks === 'answer');
}

/** How many stand in the way of sending: causes, not cells. */
export function openCounts({ causes }: Pick<Shown, 'causes'>): {
  readonly mend: number;
  readonly answer: number;
} {
  const count = (asks: CauseView['asks']) => causes.filter((cause) => cause.asks === asks).length;
  return { mend: count('mend'), answer: count('answer') };
}

/** Questions which project is meant, one a project: they stand together, below a heading. */
export const projectsAsked = ({ causes, findings }: Shown): CauseView[] =>
  causes.filter(
    (cause) => cause.asks === 'answer' && findingsOf(cause, findings).every(({ asks }) => asks === 'project'),
  );

/** What can be answered to all of these questions at once, since it says the same of each. */
export function sharedChoices(causes: readonly CauseView[]): ChoiceView[] {
  const [first, ...others] = causes;
  return (first?.choices ?? []).filter(({ value, label }) =>
    others.every(({ choices }) => choices.some((one) => one.value === value && one.label === label)),
  );
}
