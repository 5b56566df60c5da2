import type { MailState, MailView } from '@thongvon/api-contract';
import { longList, useLongList } from '../../api/long-list';
import { type Messages, useFormats, useText } from '../../language';
import { DateText } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { optionsOf } from '../../shared/form/fields';
import { useChange } from '../../shared/form/use-change';
import { LinkAction } from '../../shared/list/link-action';
import { ListPage } from '../../shared/list/list-page';

const MAILS_KEY = ['mails'] as const;

/** What was sent to whom, what the mail server said, and trying again. */
export function Mails() {
  const t = useText(messages);
  const formats = useFormats();
  const states = useText(mailStates);
  const { value } = useAddressState();
  const filter = { q: value('q'), state: value('tinh-trang') };
  const isFiltered = Object.values(filter).some((text) => text !== undefined);
  const list = useLongList(longList<MailView>(MAILS_KEY, '/api/mails', filter));
  return (
    <ListPage
      list={list}
      title={t.count(formats.count(list.total))}
      filters={[
        { kind: 'words', name: 'q', label: t.search },
        { kind: 'choice', name: 'tinh-trang', label: t.state, options: optionsOf(states) },
      ]}
      columns={[
        { key: 'subject', title: t.subject, render: ({ subject }) => subject },
        { key: 'to', className: 'dt-wide', title: t.to, render: ({ to }) => to },
        {
          key: 'when',
          title: t.when,
          render: (mail) => <DateText date={String(mail.sentAt ?? mail.createdAt)} />,
        },
        { key: 'attempts', title: t.attempts, numeric: true, render: (mail) => formats.count(mail.attempts) },
        { key: 'state', className: 'dt-wide', title: t.state, render: (mail) => <StateOfMail mail={mail} /> },
      ]}
      empty={isFiltered ? t.none : t.noMails}
    />
  );
}

function StateOfMail({ mail: { id, subject, state, lastAnswer } }: { readonly mail: MailView }) {
  const t = useText(messages);
  const states = useText(mailStates);
  const retry = useChange<undefined>('POST', `/api/mails/${id}/retry`, { stale: [MAILS_KEY] });
  const isStuck = state === 'failed' || state === 'unknown';
  return (
    <>
      <span className={state === 'failed' ? 'alarm' : undefined}>
        {state === 'failed' && <span className="mk mk-over" />}
        {states[state]}
      </span>
      {isStuck && lastAnswer !== null && <span className="sub">{lastAnswer}</span>}
      {isStuck && (
        <LinkAction label={t.retry} about={subject} change={retry} onAct={() => retry.mutate(undefined)} />
      )}
    </>
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
  count: { vi: (count: string) => `${count} thư`, en: (count: string) => `${count} mails` },
  to: { vi: 'Người nhận', en: 'To' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  attempts: { vi: 'Số lần gửi', en: 'Attempts' },
  when: { vi: 'Lúc', en: 'When' },
  state: { vi: 'Tình trạng', en: 'State' },
  retry: { vi: 'Gửi lại', en: 'Send again' },
  none: { vi: 'Không có mục nào khớp', en: 'Nothing matches' },
  noMails: { vi: 'Chưa có thư nào', en: 'No mails yet' },
  search: { vi: 'Tìm tiêu đề hoặc người nhận', en: 'Search subject or recipient' },
} satisfies Messages;
