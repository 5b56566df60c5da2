import { type Evidence, joined, type Reading, WITNESS_NAMES } from '@thongvon/return-reader';
import { notSaidBy } from './comparisons';
import { factOf, proofOf } from './facts';
import { headlineOf, NOT_READ, NOT_RECOGNISED, READ_BEFORE } from './headline';
import { understoodTable } from './understood-table';
import type { SettledQuestion, Understanding } from './understanding';

/** What the reader decided about a return, composed into words; what its evidence doesn't say isn't said here. */
export function understandingOf(reading: Reading | undefined): Understanding {
  const evidence = reading?.evidence;
  if (reading === undefined || evidence === undefined || reading.sheets.length === 0)
    return {
      isKnown: false,
      ...(reading === undefined ? NOT_READ : reading.sheets.length === 0 ? NOT_RECOGNISED : READ_BEFORE),
      facts: [],
      tables: [],
      proofs: [],
      leftOut: [],
      settled: [],
    };
  const of = (...decisions: readonly Evidence['decision'][]): Evidence[] =>
    evidence.filter(({ decision }) => decisions.includes(decision));
  return {
    isKnown: true,
    ...headlineOf(evidence),
    facts: of('return', 'plan-year', 'as-of').map(factOf),
    tables: of('table').map((table) => understoodTable(table, evidence, reading.sheets)),
    proofs: notSaidBy(
      of('return').flatMap(({ witnesses }) => witnesses),
      of('table', 'unit', 'rows', 'plan-year', 'as-of').flatMap(({ witnesses }) => witnesses),
    ).map(proofOf),
    leftOut: of('sheet').map(factOf),
    settled: of('question').flatMap(settledOf),
  };
}

function settledOf({ question, witnesses, rejected, cells }: Evidence): SettledQuestion[] {
  if (!question) return [];
  return [
    {
      question: question.message,
      questionEn: question.messageEn,
      answer: question.label,
      answerEn: question.labelEn,
      cells,
      proofs: witnesses.map(proofOf),
      rejected: rejected.map(({ label, labelEn, contradictedBy }) => {
        const why =
          contradictedBy.length === 0 ? undefined : joined(contradictedBy.map((one) => WITNESS_NAMES[one]));
        return { label, labelEn, because: why?.vi ?? null, becauseEn: why?.en ?? null };
      }),
    },
  ];
}
