import type { GivenAnswerView } from '@thongvon/api-contract';
import { type Messages, useFormats, useSaid, useText, withValues } from '../language';
import './row-answers.css';

const messages = { because: withValues('Lý do: “{}”', 'Reason: “{}”') } satisfies Messages;

/** What its sender answered about the number, beside it, with who and when. */
export function RowAnswers({ answers }: { readonly answers: readonly GivenAnswerView[] }) {
  const t = useText(messages);
  const say = useSaid();
  return answers.map((answer) => (
    <span key={`${answer.code} ${answer.cell ?? ''} ${answer.asked ?? ''}`} className="sub row-answer">
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
