import { Link } from 'wouter';
import { useFormats, usePreferences, useText } from '../../language';
import { BLOCKER_DEEDS } from '../../shared/blocker-words';
import { messages } from './messages';
import { momentsOf, type Moment } from './moments';
import type { Story } from './story';
import { useMoney } from './use-money';

/** The line of time in words: the whole of it on a phone, behind a link next to the drawing. */
export function Events({ story }: { readonly story: Story }) {
  const t = useText(messages);
  const actionNames = useText(BLOCKER_DEEDS);
  const formats = useFormats();
  const money = useMoney();
  const { language } = usePreferences();
  const moments = momentsOf(story, { t, actionNames, formats, money, english: language === 'en' });
  return (
    <>
      <details className="pj-as-list noprint">
        <summary>{t.asList}</summary>
        <List moments={moments} />
      </details>
      <div className="pj-phone">
        <List moments={moments} />
      </div>
    </>
  );
}

function List({ moments }: { readonly moments: readonly Moment[] }) {
  const formats = useFormats();
  return (
    <ol className="pj-events">
      {moments.map(({ on, text, tone, href }) => (
        <li key={`${on} ${text}`} className={`pj-${tone}`}>
          <time className="n" dateTime={on}>
            {formats.date(on)}
          </time>{' '}
          {href === undefined ? text : <Link href={href}>{text}</Link>}
        </li>
      ))}
    </ol>
  );
}
