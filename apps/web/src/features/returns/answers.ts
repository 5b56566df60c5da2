import type { AnswerRequest, FindingView, GivenAnswerView } from '@thongvon/api-contract';

/**
 * Answers of an earlier file that fit questions which a mended one asks again: the same question at the same place about
 * the same value. Nothing is answered that isn't asked.
 */
export function answersAgain(
  findings: readonly FindingView[],
  answers: readonly GivenAnswerView[],
): AnswerRequest[] {
  const given = new Map(answers.map((answer) => [placeOf(answer, answer.asked), answer]));
  return findings.flatMap((finding) => {
    if (finding.severity !== 'question' || finding.asks === undefined) return [];
    const answer = given.get(placeOf(finding, finding.value));
    if (answer === undefined) return [];
    const { code, sheet, cell, asked, value, reason } = answer;
    return [{ code, sheet, cell, asked, value, reason }];
  });
}

/** Answers that were taken back in this window in order to be changed, by return: an answer is begun anew with them. */
const taken = new Map<string, readonly GivenAnswerView[]>();

/** Keeps an answer that is taken back in order to be changed, until it is given anew. */
export function keepTaken(returnId: string, answer: GivenAnswerView): void {
  taken.set(returnId, [...takenOf(returnId), answer]);
}

/** The answers of a return that were taken back in order to be changed, the last of a question last. */
export const takenOf = (returnId: string): readonly GivenAnswerView[] => taken.get(returnId) ?? [];

/** What was answered to all of these alike, now or until it was `taken` back to be changed; undefined where one of them is open, or was answered otherwise. */
export function givenAlike(
  findings: readonly FindingView[],
  answers: readonly GivenAnswerView[],
  taken: readonly GivenAnswerView[] = [],
): Pick<GivenAnswerView, 'value' | 'reason'> | undefined {
  const byPlace = (all: readonly GivenAnswerView[]) =>
    new Map(all.map((answer) => [placeOf(answer, answer.asked), answer]));
  const [given, before] = [byPlace(answers), byPlace(taken)];
  const [first, ...others] = findings.map((finding) =>
    (finding.severity === 'info' ? given : before).get(placeOf(finding, finding.value)),
  );
  const isAlike = others.every((one) => one?.value === first?.value && one?.reason === first?.reason);
  return isAlike ? first : undefined;
}

const placeOf = (
  { code, sheet, cell }: Pick<FindingView, 'code' | 'sheet' | 'cell'>,
  asked: string | null,
): string => JSON.stringify([code, sheet, cell, asked]);
