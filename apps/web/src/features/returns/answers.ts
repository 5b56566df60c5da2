import type { AnswerRequest, ChoiceView, FindingView, GivenAnswerView } from '@thongvon/api-contract';
import type { SeenReturn } from './queries';

/** What the return's sum becomes with a choice, and by how much the project moves against what counts now. Whole đồng. */
interface Effect {
  readonly total: string;
  /** Null: nothing of the project counts yet. */
  readonly change: string | null;
}

const IN_DONG = /^([\d.]+) đồng$/;

/**
 * For a cell that can be read as several amounts: the sum so far plus the amount of the choice. Undefined where the cell
 * is not the one that the sum is made of.
 */
export function effectOf(
  { preview }: Pick<SeenReturn, 'preview'>,
  { asks, sheet, cell }: Pick<FindingView, 'asks' | 'sheet' | 'cell'>,
  { label }: Pick<ChoiceView, 'label'>,
): Effect | undefined {
  const amount = IN_DONG.exec(label)?.[1]?.replaceAll('.', '');
  if (asks !== 'amount' || amount === undefined) return undefined;
  for (const { after, rows } of preview?.sections ?? []) {
    const row = rows.find((one) => one.after === null && one.cell?.sheet === sheet && one.cell.cell === cell);
    if (row === undefined || after === null) continue;
    const change = row.before === null ? null : BigInt(amount) - BigInt(row.before);
    return { total: (BigInt(after) + BigInt(amount)).toString(), change: change?.toString() ?? null };
  }
  return undefined;
}

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

const placeOf = (
  { code, sheet, cell }: Pick<FindingView, 'code' | 'sheet' | 'cell'>,
  asked: string | null,
): string => JSON.stringify([code, sheet, cell, asked]);
