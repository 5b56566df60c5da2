import { useQuery } from '@tanstack/react-query';
import type { SnapshotListItemView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { EmptyState, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { usePageTitle } from '../../shared/page-title';
import { WeekPicker, weeksQuery } from '../../shared/week-picker';
import { Letter } from './letter';
import { messages } from './messages';
import { lettersQuery } from './queries';
import './letters.css';

/** Who gets which letter of a week, and what it says. */
export function LettersPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const weeks = useQuery(weeksQuery);
  return (
    <main id="main">
      <h1 className="lt-head">{t.pageTitle}</h1>
      <QueryStates query={weeks}>{({ items }) => <Weeks weeks={items} />}</QueryStates>
    </main>
  );
}

function Weeks({ weeks }: { readonly weeks: readonly SnapshotListItemView[] }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const shown = weeks.find(({ week }) => week === value('tuan')) ?? weeks[0];
  if (shown === undefined)
    return (
      <EmptyState title={t.noWeek}>
        <p>{t.noWeekWhat}</p>
      </EmptyState>
    );
  return (
    <>
      <p className="tools noprint">
        <WeekPicker label={t.week} weeks={weeks} value={shown.week} onChange={(tuan) => set({ tuan })} />
      </p>
      <WeekLetters week={shown.week} />
    </>
  );
}

function WeekLetters({ week }: { readonly week: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { value, set } = useAddressState();
  const letters = useQuery(lettersQuery(week));
  return (
    <QueryStates query={letters}>
      {({ items, revision }) => {
        const shown = items.find(({ userId }) => userId === value('nguoi')) ?? items[0];
        if (shown === undefined)
          return (
            <EmptyState title={t.nobody}>
              <p>{t.nobodyWhat}</p>
            </EmptyState>
          );
        return (
          <Section
            title={t.count(formats.count(items.length), formats.date(week))}
            {...(revision > 1 ? { end: t.correction(revision) } : {})}
          >
            <p className="small muted lt-what">{t.what}</p>
            <div className="lt-columns">
              <nav aria-label={t.recipients} className="lt-people">
                <ul>
                  {items.map(({ userId, name }) => (
                    <li key={userId}>
                      <button
                        type="button"
                        className="lt-person"
                        aria-pressed={userId === shown.userId}
                        onClick={() => set({ nguoi: userId })}
                      >
                        {name}
                      </button>
                    </li>
                  ))}
                </ul>
              </nav>
              <Letter key={shown.userId} userId={shown.userId} week={week} />
            </div>
          </Section>
        );
      }}
    </QueryStates>
  );
}
