import type { QueryClient } from '@tanstack/react-query';
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

/** Of a person's session: signing out empties it. */
const takenKey = (returnId: string) => ['taken-answers', returnId] as const;

/** Keeps an answer that was taken back in order to be changed: it is begun anew with it. */
export function keepTaken(client: QueryClient, returnId: string, answer: GivenAnswerView): void {
  client.setQueryDefaults(takenKey(returnId), { gcTime: Infinity });
  client.setQueryData(takenKey(returnId), [...takenOf(client, returnId), answer]);
}

/** The answers of a return that were taken back in order to be changed, and not given anew yet. */
export const takenOf = (client: QueryClient, returnId: string): readonly GivenAnswerView[] =>
  client.getQueryData<readonly GivenAnswerView[]>(takenKey(returnId)) ?? [];

/** Those to these questions were given anew. */
export function dropTaken(client: QueryClient, returnId: string, findings: readonly FindingView[]): void {
  const given = new Set(findings.map((finding) => placeOf(finding, finding.value)));
  const left = takenOf(client, returnId).filter((answer) => !given.has(placeOf(answer, answer.asked)));
  client.setQueryData(takenKey(returnId), left);
}

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
