import type { MailState, MailView } from '@thongvon/api-contract';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { DateText } from '../../shared';
import { optionsOf } from '../../shared/form/fields';
import { LinkAction, ListPage, useFilteredList } from '../../shared/list/list-page';
import { words } from './common';
import { Failing } from './subject-name';

const MAILS_KEY = ['mails'] as const;

/** What was sent to whom, what the mail server said, and trying again. */
export function Mails() {
  const t = useText(messages);
  const formats = useFormats();
  const states = useText(mailStates);
  const mails = useFilteredList<MailView>(MAILS_KEY, '/api/mails', [
    { kind: 'words', name: 'q', label: t.search },
    { kind: 'choice', name: 'tinh-trang', param: 'state', label: t.state, options: optionsOf(states) },
  ]);
  return (
    <ListPage
      {...mails}
      title={t.count}
      titles={t}
      cells={{
        subject: ({ subject }) => subject,
        to: { wide: true, render: ({ to }) => to },
        when: ({ sentAt, createdAt }) => <DateText date={String(sentAt ?? createdAt)} />,
        attempts: { numeric: true, render: ({ attempts }) => formats.count(attempts) },
        state: {
          wide: true,
          render: ({ id, subject, state, lastAnswer }) => (
            <>
              {state === 'failed' ? <Failing>{states.failed}</Failing> : states[state]}
              {(state === 'failed' || state === 'unknown') && (
                <>
                  {lastAnswer !== null && <span className="sub">{lastAnswer}</span>}
                  <LinkAction
                    label={t.retry}
                    about={subject}
                    send={['POST', `/api/mails/${id}/retry`]}
                    stale={[MAILS_KEY]}
                  />
                </>
              )}
            </>
          ),
        },
      }}
      empty={Object.keys(mails.request).length === 0 ? t.noMails : undefined}
    />
  );
}

/** How far a mail is, in words. */
const mailStates = {
  waiting: { vi: 'đang chờ gửi', en: 'waiting' },
  sending: { vi: 'đang gửi', en: 'being sent' },
  // To the mail server, or to a file where none is set.
  sent: { vi: 'đã giao', en: 'handed over' },
  failed: { vi: 'bị từ chối', en: 'refused' },
  unknown: { vi: 'không rõ đã nhận chưa', en: 'not known whether it was taken' },
} satisfies Record<MailState, Messages[string]>;

const messages = {
  ...words,
  count: withValues('{} thư', '{} mails'),
  to: { vi: 'Người nhận', en: 'To' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  attempts: { vi: 'Số lần gửi', en: 'Attempts' },
  when: { vi: 'Lúc', en: 'When' },
  retry: { vi: 'Gửi lại', en: 'Send again' },
  noMails: { vi: 'Chưa có thư nào', en: 'No mails yet' },
  search: { vi: 'Tìm tiêu đề hoặc người nhận', en: 'Search subject or recipient' },
} satisfies Messages;
