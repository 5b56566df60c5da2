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

/** What was answered to all of these alike; undefined where one of them is open, or was answered otherwise. */
export function givenAlike(
  findings: readonly FindingView[],
  answers: readonly GivenAnswerView[],
): Pick<GivenAnswerView, 'value' | 'reason'> | undefined {
  const given = new Map(answers.map((answer) => [placeOf(answer, answer.asked), answer]));
  const [first, ...others] = findings.map((finding) =>
    finding.severity === 'info' ? given.get(placeOf(finding, finding.value)) : undefined,
  );
  const isAlike = others.every((one) => one?.value === first?.value && one?.reason === first?.reason);
  return isAlike ? first : undefined;
}

const placeOf = (
  { code, sheet, cell }: Pick<FindingView, 'code' | 'sheet' | 'cell'>,
  asked: string | null,
): string => JSON.stringify([code, sheet, cell, asked]);
