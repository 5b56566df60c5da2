import { useEffect, useRef } from 'react';
import { useFormats, useSaid, useText } from '../../language';
import { useReturnState, useReturnTitle } from '../../shared/words';
import { messages } from './messages';
import type { SeenReturn } from './queries';
import { useSumOf } from './receipt';

interface SendCheckProps {
  readonly seen: SeenReturn;
  readonly isPending: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** The last look before a return is sent: what it says in sum, and what was answered. */
export function SendCheck({ seen, isPending, onSend, onCancel }: SendCheckProps) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const titleOf = useReturnTitle();
  const sum = useSumOf(seen);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const checks = seen.causes.filter(({ asks }) => asks === 'check').length;
  const { answers, newer, alsoWaiting = [] } = seen;
  const stateOf = useReturnState();
  return (
    <section
      className="rt-last"
      aria-label={newer === null ? t.lastCheck : t.sendOlder}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <h2>{newer === null ? t.lastCheck : t.sendOlder}</h2>
      {newer !== null && (
        <p>
          <b>
            {t.sendOlderWhat(
              newer.fileName,
              stateOf({ status: newer.status, submittedAt: null }).toLowerCase(),
            )}
          </b>
        </p>
      )}
      <p>
        <b>{titleOf(seen) ?? seen.fileName}</b>: {sum}
        {checks > 0 && `; ${t.sendChecks(checks)}`}.
      </p>
      {alsoWaiting.length > 0 && (
        <p>
          <b>{t.sendBeside(alsoWaiting.map(({ fileName }) => fileName).join(', '))}</b>
        </p>
      )}
      {answers.length === 0 ? (
        <p>{t.sendNoAnswers}</p>
      ) : (
        <details open={answers.length <= 4}>
          <summary>{t.sendAnswers(answers.length)}</summary>
          <ul>
            {answers.map((answer, i) => {
              const { value, reason, code, cell } = answer;
              const typed = value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? formats.date(value) : value;
              const said = say(answer, 'label') ?? typed;
              return (
                <li key={`${code} ${cell ?? ''} ${i}`}>
                  <span className="muted">{say(answer, 'message') ?? code}</span> <b>{said}</b>
                  {reason !== null && (
                    <>
                      {said !== null && '. '}
                      {t.because(reason)}
                    </>
                  )}
                  {answer.carriedFrom !== undefined && ` (${t.carriedOver})`}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      <p className="muted">{t.sendNext}</p>
      <button ref={yes} type="button" className="btn btn-main" disabled={isPending} onClick={onSend}>
        {newer === null ? t.sendNow : t.sendOlderNow}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t.keepAsIs}
      </button>
    </section>
  );
}
