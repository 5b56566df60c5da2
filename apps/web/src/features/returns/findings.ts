import type { FindingView } from '@thongvon/api-contract';
import { groupBy } from '@thongvon/kernel';

/** What a finding asks of the person who looks at it. */
export const ASKED = ['mend', 'answer', 'check', 'understood'] as const;
export type Asked = (typeof ASKED)[number];

const BY_SEVERITY: Readonly<Record<FindingView['severity'], Asked>> = {
  error: 'mend',
  question: 'answer',
  warning: 'check',
  info: 'understood',
};

/** A question that no answer settles is mended in the file. */
export function askedBy({ severity, asks }: FindingView): Asked {
  return severity === 'question' && asks === undefined ? 'mend' : BY_SEVERITY[severity];
}

/** Findings of one code that are shown as one line, if they are several. */
export interface FindingBundle {
  readonly code: string;
  readonly findings: readonly FindingView[];
}

export interface FindingGroup {
  readonly asked: Asked;
  /** With those that are only counted. */
  readonly count: number;
  readonly bundles: readonly FindingBundle[];
}

/** From this many on, findings of one code are one line that opens. */
const BUNDLE_FROM = 4;

/** By what they ask, first what stops the return; within it by code. Empty groups are left out. */
export function groupFindings(findings: readonly FindingView[]): FindingGroup[] {
  return ASKED.flatMap((asked) => {
    const own = findings.filter((finding) => askedBy(finding) === asked);
    const count = own.reduce((sum, { more = 1 }) => sum + more, 0);
    return count === 0 ? [] : [{ asked, count, bundles: bundles(own) }];
  });
}

function bundles(findings: readonly FindingView[]): FindingBundle[] {
  const byCode = groupBy(findings, ({ code }) => code);
  return [...byCode].flatMap(([code, same]) =>
    same.length < BUNDLE_FROM
      ? same.map((finding) => ({ code, findings: [finding] }))
      : [{ code, findings: same }],
  );
}

/** Names a finding in the address bar: it stays the same when others are settled. */
export function keyOf({ code, sheet, cell, value }: FindingView): string {
  return [code.replace(/^RET-/, ''), sheet ?? '', cell ?? '', cell === null ? (value ?? '') : ''].join('~');
}

/** The finding that the address names, else the first that keeps the return from being sent. */
export function findingToOpen(
  findings: readonly FindingView[],
  key: string | undefined,
): FindingView | undefined {
  const named = key === undefined ? undefined : findings.find((finding) => keyOf(finding) === key);
  return (
    named ??
    findings.find((finding) => askedBy(finding) === 'mend') ??
    findings.find((finding) => askedBy(finding) === 'answer')
  );
}

/** Names the question after this one, so that answering goes on where it is; undefined after the last. */
export function keyOfNext(findings: readonly FindingView[], answered: FindingView): string | undefined {
  const questions = groupFindings(findings)
    .flatMap(({ asked, bundles: lines }) => (asked === 'answer' ? lines : []))
    .flatMap((line) => line.findings);
  const next = questions[questions.indexOf(answered) + 1];
  return next && keyOf(next);
}

/** How many stand in the way of sending. */
export function openCounts(findings: readonly FindingView[]): {
  readonly mend: number;
  readonly answer: number;
} {
  const count = (asked: Asked) =>
    findings.filter((finding) => askedBy(finding) === asked).reduce((sum, { more = 1 }) => sum + more, 0);
  return { mend: count('mend'), answer: count('answer') };
}
