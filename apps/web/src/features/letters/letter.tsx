import { useQuery } from '@tanstack/react-query';
import { useText } from '../../language';
import { QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { messages } from './messages';
import { letterPage, letterQuery } from './queries';

interface LetterProps {
  readonly userId: string;
  readonly week: string;
}

/** One person's letter: its subject, then as a mail program shows it or as plain text. */
export function Letter({ userId, week }: LetterProps) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const asText = value('dang') === 'chu';
  const letter = useQuery(letterQuery(userId, week));
  const page = letterPage(userId, week);
  return (
    <div className="lt-letter">
      <QueryStates query={letter}>
        {({ name, subject, text }) => (
          <>
            <h3>{subject}</h3>
            <p className="lt-ways noprint" role="group" aria-label={t.shownAs}>
              <button
                type="button"
                className="btn"
                aria-pressed={!asText}
                onClick={() => set({ dang: undefined })}
              >
                {t.asLetter}
              </button>
              <button
                type="button"
                className="btn"
                aria-pressed={asText}
                onClick={() => set({ dang: 'chu' })}
              >
                {t.asText}
              </button>
              <a className="link" href={page} target="_blank" rel="noreferrer">
                {t.alone}
              </a>
            </p>
            {asText ? (
              <pre className="lt-text" tabIndex={0} aria-label={t.letterOf(name)}>
                {text}
              </pre>
            ) : (
              // An origin of its own and no script, whatever the letter holds; its links open in new tabs.
              <iframe
                className="lt-frame"
                title={t.letterOf(name)}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                src={page}
              />
            )}
          </>
        )}
      </QueryStates>
    </div>
  );
}
