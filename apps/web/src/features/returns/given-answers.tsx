import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AnswerAddressRequest, GivenAnswerView, ReturnStatusView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useFormats, useSaid, useText } from '../../language';
import { Refusal, Section } from '../../shared';
import { useAnswers } from './answer-form';
import { answersAgain, keepTaken } from './answers';
import './given-answers.css';
import { messages } from './messages';
import { keyOf } from './findings';
import { returnQuery, type SeenReturn } from './queries';

interface GivenAnswersProps {
  readonly seen: SeenReturn;
  /** The reader's own return, which hasn't been handed in. */
  readonly canChange: boolean;
  /** Opens a question that can be answered anew where it stands. */
  readonly onOpen: (key: string) => void;
  /** An answer was taken back; its question is asked again, by this key. */
  readonly onTaken: (key: string) => void;
}

/** An answer that is taken back, in order to be changed or for good. */
interface Taking {
  readonly answer: GivenAnswerView;
  readonly toChange: boolean;
}

/** What was answered, with its question: whoever reads the return sees it, its sender can take it back until it is sent. */
export function GivenAnswers({ seen, canChange, onOpen, onTaken }: GivenAnswersProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const taking = useMutation({
    mutationFn: ({ answer }: Taking) =>
      send<ReturnStatusView>('POST', `/api/returns/${seen.id}/answers/taken-back`, {
        answers: [addressOf(answer)],
      }),
    onSuccess: (_, { answer, toChange }) => {
      if (toChange) keepTaken(client, seen.id, answer);
      onTaken(keyOf({ ...answer, value: answer.asked }));
      return client.invalidateQueries({ queryKey: ['returns'] });
    },
  });
  if (seen.answers.length === 0) return null;
  return (
    <Section title={t.givenAnswers} className="rt-given">
      {canChange && <p className="small muted noprint">{t.takeBackHow}</p>}
      <ul>
        {seen.answers.map((answer) => (
          <li key={JSON.stringify(addressOf(answer))}>
            <Given answer={answer} />
            {canChange && (
              <button
                type="button"
                className="btn noprint"
                disabled={taking.isPending}
                onClick={() => {
                  const key = stillThere(seen, answer);
                  if (key === undefined) taking.mutate({ answer, toChange: true });
                  else onOpen(key);
                }}
              >
                {t.mendAnswer}
              </button>
            )}
            {canChange && (
              <button
                type="button"
                className="link small noprint"
                disabled={taking.isPending}
                onClick={() => taking.mutate({ answer, toChange: false })}
              >
                {t.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={taking.error} />
    </Section>
  );
}

/** The question as it stood, and the answer in words. */
function Given({ answer }: { readonly answer: GivenAnswerView }) {
  const t = useText(messages);
  const say = useSaid();
  const formats = useFormats();
  const { code, sheet, cell, value, reason } = answer;
  const message = say(answer, 'message');
  const label = say(answer, 'label');
  const typed = value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? formats.date(value) : value;
  const where = sheet === null ? t.wholeFile : cell === null ? t.sheetOnly(sheet) : t.sheetCell(sheet, cell);
  return (
    <div>
      <p className="small muted">{message ?? `${code} · ${where}`}</p>
      <p>
        {[label ?? typed, reason === null ? null : t.because(reason)]
          .filter((part) => part !== null)
          .join('. ')}
      </p>
      <GivenBy answer={answer} />
    </div>
  );
}

/** Who gave it and when; where it was given to an earlier file, which. */
function GivenBy({ answer }: { readonly answer: GivenAnswerView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { givenBy, givenAt, carriedFrom } = answer;
  if (givenAt == null) return null;
  return (
    <p className="small muted">
      {[givenBy, formats.instant(givenAt)].filter((one) => one != null).join(', ')}
      {carriedFrom !== undefined && (
        <>
          {'; '}
          <Link href={`/bao-cao/${carriedFrom}`}>{t.carriedOver}</Link>
        </>
      )}
    </p>
  );
}

/** Its question, where it is shown still and can be answered anew; what else it settled is asked again once it is taken back. */
function stillThere(
  { findings }: SeenReturn,
  { code, sheet, cell, asked }: GivenAnswerView,
): string | undefined {
  const finding = findings.find(
    (one) =>
      one.code === code &&
      one.sheet === sheet &&
      one.cell === cell &&
      one.value === asked &&
      one.asks !== undefined,
  );
  return finding && keyOf(finding);
}

const addressOf = ({ code, sheet, cell, asked }: GivenAnswerView): AnswerAddressRequest => ({
  code,
  sheet,
  cell,
  asked,
});

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
      <Refusal error={give.error} />
    </div>
  );
}
