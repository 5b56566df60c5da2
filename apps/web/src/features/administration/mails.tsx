import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MailState, MailView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useLongList } from '../../api/long-list';
import { type Messages, useFormats, useText } from '../../language';
import { DateText, EmptyState, ListStates, Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { SearchBox } from '../../shared/search-box';
import { messages } from './messages';
import { MAILS_KEY, mailsQuery } from './queries';

/** What was sent to whom, what the mail server said, and trying again. */
export function Mails() {
  const t = useText(messages);
  const formats = useFormats();
  const states = useText(mailStates);
  const { value, set } = useAddressState();
  const q = value('q');
  const state = value('tinh-trang');
  const list = useLongList(mailsQuery({ q, state }));
  const count = t.mailCount(formats.count(list.total));
  const columns: readonly Column<MailView>[] = [
    { key: 'subject', title: t.subject, name: t.subject, render: ({ subject }) => subject },
    { key: 'to', title: t.to, name: t.to, render: ({ to }) => to },
    {
      key: 'when',
      title: t.when,
      name: t.when,
      render: ({ sentAt, createdAt }) => <DateText date={String(sentAt ?? createdAt)} />,
    },
    {
      key: 'attempts',
      title: t.attempts,
      name: t.attempts,
      numeric: true,
      render: ({ attempts }) => formats.count(attempts),
    },
    { key: 'state', title: t.state, name: t.state, render: (mail) => <StateOfMail mail={mail} /> },
  ];
  return (
    <Section title={count}>
      <div className="tools ad-filters noprint" role="search">
        <SearchBox label={t.searchMails} value={q ?? ''} onChange={(words) => set({ q: words })} />
        <label>
          {t.state}
          <select
            className="control"
            value={state ?? ''}
            onChange={(event) => set({ 'tinh-trang': event.target.value })}
          >
            <option value="">{t.anyState}</option>
            {Object.entries(states).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ListStates
        list={list}
        empty={<EmptyState title={q === undefined && state === undefined ? t.noMails : t.none} />}
      >
        {(rows) => (
          <DataTable caption={count} columns={columns} rows={rows} keyOf={({ id }) => id} onEnd={list.more} />
        )}
      </ListStates>
    </Section>
  );
}

function StateOfMail({ mail }: { readonly mail: MailView }) {
  const t = useText(messages);
  const states = useText(mailStates);
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => send('POST', `/api/mails/${mail.id}/retry`),
    onSuccess: () => client.invalidateQueries({ queryKey: MAILS_KEY }),
  });
  const stuck = mail.state === 'failed' || mail.state === 'unknown';
  return (
    <>
      <span className={mail.state === 'failed' ? 'alarm' : undefined}>
        {mail.state === 'failed' && <span className="mk mk-over" />}
        {states[mail.state]}
      </span>
      {stuck && mail.lastAnswer !== null && <span className="sub">{mail.lastAnswer}</span>}
      {stuck && (
        <button
          type="button"
          className="link"
          disabled={retry.isPending}
          aria-label={`${t.retry}: ${mail.subject}`}
          onClick={() => retry.mutate()}
        >
          {t.retry}
        </button>
      )}
      <Refusal error={retry.error} />
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
