import type { GivenAnswerView } from '@thongvon/api-contract';
import { useFormats, useSaid, useText } from '../../language';
import { rowKey } from './changed-rows';
import { messages } from './messages';

/** Answers by the row of the sheet that they are about. */
export function answersByRow(
  answers: readonly GivenAnswerView[],
): ReadonlyMap<string, readonly GivenAnswerView[]> {
  const found = new Map<string, GivenAnswerView[]>();
  for (const answer of answers) {
    const { sheet, cell } = answer;
    if (sheet === null || cell === null) continue;
    const key = rowKey({ sheet, cell });
    found.set(key, [...(found.get(key) ?? []), answer]);
  }
  return found;
}

/** What its sender answered about the number, beside it, with who and when. */
export function RowAnswers({ answers }: { readonly answers: readonly GivenAnswerView[] }) {
  const t = useText(messages);
  const say = useSaid();
  return answers.map((answer) => (
    <span key={`${answer.code} ${answer.cell ?? ''} ${answer.asked ?? ''}`} className="sub rt-row-answer">
      {[say(answer, 'label') ?? answer.value, answer.reason === null ? null : t.because(answer.reason)]
        .filter((part) => typeof part === 'string')
        .join('. ')}
      <Answerer answer={answer} />
    </span>
  ));
}

/** Who gave it, and when; nothing where that wasn't kept. */
function Answerer({ answer: { givenBy, givenAt } }: { readonly answer: GivenAnswerView }) {
  const formats = useFormats();
  if (givenAt == null) return null;
  return (
    <span className="muted">
      {' '}
      ({givenBy == null ? '' : `${givenBy}, `}
      <span className="n">{formats.instant(givenAt)}</span>)
    </span>
  );
}
