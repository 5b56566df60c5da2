import { useQuery } from '@tanstack/react-query';
import { useText } from '../../language';
import { answersAgain } from './answers-again';
import { messages } from './messages';
import { returnQuery, type SeenReturn } from './queries';
import { Refused } from './refused';
import { useAnswers } from './use-answers';

interface UseAgainProps {
  readonly seen: SeenReturn;
  /** The return whose file this one mends. */
  readonly earlierId: string;
}

/** Offers the answers that were given to the file before; nobody types nineteen reasons twice, and none is taken unasked. */
export function UseAgain({ seen, earlierId }: UseAgainProps) {
  const t = useText(messages);
  const earlier = useQuery(returnQuery(earlierId));
  const give = useAnswers(seen.id, () => undefined);
  const answers = answersAgain(seen.findings, earlier.data?.answers ?? []);
  if (answers.length === 0) return null;
  return (
    <div className="rt-again noprint">
      <span>{t.again(answers.length)}</span>
      <button type="button" className="btn" disabled={give.isPending} onClick={() => give.mutate(answers)}>
        {t.useAgain(answers.length)}
      </button>
      <Refused error={give.error} />
    </div>
  );
}
