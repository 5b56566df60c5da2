import { useQuery } from '@tanstack/react-query';
import type { DigestLettersView, DigestLetterView, SnapshotListItemView } from '@thongvon/api-contract';
import { address, getQuery } from '../../api/client';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { EmptyState, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { usePageTitle } from '../../shared/page';
import { WeekPicker, weeksQuery } from '../../shared/week-picker';
import './letters.css';

/** Who gets which letter of a week, and what it says. */
export function LettersPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const weeks = useQuery(weeksQuery);
  return (
    <main id="main">
      <h1 className="page-head">{t.pageTitle}</h1>
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

interface LetterProps {
  readonly userId: string;
  readonly week: string;
}

/** One person's letter: its subject, then as a mail program shows it or as plain text. */
function Letter({ userId, week }: LetterProps) {
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

const LETTERS = '/api/digest/letters';

/** Whose letters of a week can be looked at. */
const lettersQuery = (week: string) =>
  getQuery<DigestLettersView>(['digest', 'letters', week], LETTERS, { week });

const letterQuery = (userId: string, week: string) =>
  getQuery<DigestLetterView>(['digest', 'letters', week, userId], `${LETTERS}/${userId}`, { week });

/** Where the letter is a page of its own, which no script runs in. */
const letterPage = (userId: string, week: string): string => address(`${LETTERS}/${userId}/page`, { week });

const messages = {
  pageTitle: { vi: 'Thư tuần', en: 'Weekly letters' },
  week: { vi: 'Tuần chốt', en: 'Week' },
  count: {
    vi: (count: string, week: string) => `${count} người nhận thư tuần chốt ${week}`,
    en: (count: string, week: string) =>
      `${count} ${count === '1' ? 'person gets' : 'people get'} the letter of the week to ${week}`,
  },
  what: {
    vi: 'Đúng nội dung thư mà mỗi người nhận, trừ liên kết thôi nhận thư là của riêng người ấy. Xem ở đây không gửi gì.',
    en: 'What each person reads, but for the link that ends the letters, which is theirs alone. Looking sends nothing.',
  },
  correction: withValues('Bản đính chính thứ {}', 'Correction, revision {}'),
  recipients: { vi: 'Người nhận', en: 'Recipients' },
  asLetter: { vi: 'Như trong hộp thư', en: 'As in the mailbox' },
  asText: { vi: 'Bản chữ', en: 'Plain text' },
  shownAs: { vi: 'Cách xem thư', en: 'How the letter is shown' },
  letterOf: withValues('Thư gửi {}', 'Letter to {}'),
  alone: { vi: 'Mở riêng', en: 'Open by itself' },
  noWeek: { vi: 'Chưa có tuần nào được chốt', en: 'No week is frozen yet' },
  noWeekWhat: {
    vi: 'Thư đầu tiên có sau lần chốt số liệu đầu tiên, 12 giờ thứ Sáu.',
    en: 'The first letter is there once the first week is frozen.',
  },
  nobody: { vi: 'Không có thư nào để xem', en: 'There is no letter to look at' },
  nobodyWhat: {
    vi: 'Chưa có người nhận, hoặc thư của họ nói về đơn vị ngoài phạm vi của bạn. Quản trị viên đặt người nhận.',
    en: 'Nobody gets one, or theirs are of offices that you do not see. The administrator says who gets it.',
  },
} satisfies Messages;
