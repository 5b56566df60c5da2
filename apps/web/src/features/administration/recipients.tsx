import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  DigestRecipientOrigin,
  DigestRecipientView,
  ListOf,
  OrganizationView,
  SetDigestRecipientRequest,
  UserView,
} from '@thongvon/api-contract';
import { ROLE_NAMES } from '@thongvon/kernel';
import { getQuery } from '../../api/client';
import { wholeList } from '../../api/long-list';
import { useOfficeNames } from '../../api/offices';
import { type Messages, useText, withValues } from '../../language';
import { ListStates } from '../../shared';
import { Tick, Ticks } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { useForm } from '../../shared/form/use-form';
import { ListPage, type PaneProps } from '../../shared/list/list-page';
import { SearchBox } from '../../shared/list/search-box';
import { RECIPIENTS_KEY, USERS_KEY, words } from './common';

/** Who gets the weekly letter, and of which organisations. */
export function Recipients() {
  const t = useText(messages);
  const names = useText(ROLE_NAMES);
  const origins = useText(recipientOrigins);
  const recipients = useQuery(getQuery<DigestRecipientView[]>(RECIPIENTS_KEY, '/api/digest/recipients'));
  const people = recipients.data ?? [];
  const nameOf = useOfficeNames();
  return (
    <ListPage
      list={wholeList(recipients, recipients.data)}
      title={t.count(people.filter(({ receives }) => receives).length)}
      intro={<p className="ad-say muted">{t.what}</p>}
      keyOf={({ userId }) => userId}
      titles={t}
      cells={{
        name: { render: ({ name }) => name, sub: ({ email }) => email },
        role: ({ role }) => names[role],
        receives: {
          render: ({ receives }) => (
            <span className={receives ? 'strong' : 'muted'}>{receives ? t.yes : t.no}</span>
          ),
          sub: ({ origin }) => origins[origin],
        },
        scope: {
          wide: true,
          render: ({ organizationIds, organizationName }) =>
            organizationIds?.map(nameOf).join(', ') ?? t.everything(organizationName),
        },
      }}
      empty={t.none}
      emptyWhat={t.noneWhat}
      add={{ label: t.add, pane: (close) => <NewRecipient known={people} onDone={close} /> }}
      pane={(recipient, close) => (
        <>
          {recipient.origin === 'unsubscribed' && <p className="small">{t.ended}</p>}
          <RecipientForm row={recipient} onClose={close} />
        </>
      )}
    />
  );
}

/** What somebody gets who is put on the list. */
const FIRST = { receives: true, organizationIds: null };

interface NewRecipientProps {
  readonly known: readonly DigestRecipientView[];
  readonly onDone: () => void;
}

/** Chooses an account that isn't among the recipients, then what its letter is of. */
function NewRecipient({ known, onDone }: NewRecipientProps) {
  const t = useText(messages);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<UserView>();
  const found = useQuery(
    getQuery<ListOf<UserView>>([...USERS_KEY, 'found', q], '/api/users', { limit: 500, q }),
  );
  if (chosen)
    return (
      <>
        <h3>{chosen.name}</h3>
        <RecipientForm row={{ ...chosen, userId: chosen.id, ...FIRST }} onClose={onDone} />
      </>
    );
  const rows = found.data?.items.filter(
    ({ id, disabled }) => !disabled && !known.some(({ userId }) => userId === id),
  );
  return (
    <>
      <p className="tools">
        <SearchBox label={t.search} value={q} onChange={setQ} />
      </p>
      <ListStates list={{ query: found, rows }} empty={<p className="muted">{t.onList}</p>}>
        {(others) => (
          <ul className="ad-history">
            {others.map((user) => (
              <li key={user.id}>
                <button type="button" className="link" onClick={() => setChosen(user)}>
                  {user.name}
                </button>{' '}
                <span className="small muted">{user.organizationName}</span>
              </li>
            ))}
          </ul>
        )}
      </ListStates>
    </>
  );
}

/** Whether someone gets the letter, and of what. */
function RecipientForm({ row: person, onClose }: PaneProps<Omit<DigestRecipientView, 'origin'>>) {
  const t = useText(messages);
  const { receives, organizationIds, organizationId: below } = person;
  const { data: offices } = useQuery(
    getQuery<ListOf<OrganizationView>>(['organizations', 'below', below], '/api/organizations', {
      below,
      limit: 500,
    }),
  );
  const { values, set, field, form } = useForm({
    fields: { receives, organizationIds },
    labels: { receives: t.wantsIt, organizationIds: t.scope },
    send: ['PUT', `/api/digest/recipients/${person.userId}`],
    request: (draft): SetDigestRecipientRequest | undefined =>
      draft.organizationIds?.length === 0 ? undefined : draft,
    stale: [RECIPIENTS_KEY],
    onDone: onClose,
  });
  const within = offices?.items.map(({ id, name }) => ({ value: id, name })) ?? [];
  const chosen = values.organizationIds;
  const scope = (label: string, ids: string[] | null) => (
    <Tick
      among="scope"
      label={label}
      value={(chosen === null) === (ids === null)}
      onChange={() => set({ organizationIds: ids })}
    />
  );
  return (
    <Form {...form} submit={t.save}>
      <Tick {...field('receives')} />
      <fieldset>
        <legend>{t.scope}</legend>
        {scope(t.everything(person.organizationName), null)}
        {within.length > 0 && scope(t.chosen, chosen ?? [])}
      </fieldset>
      {chosen !== null && (
        <Ticks
          {...field('organizationIds')}
          label={<span className="muted">{t.andBelow}</span>}
          options={within}
          value={chosen}
        />
      )}
    </Form>
  );
}

/** Why someone gets the letter or not. */
const recipientOrigins = {
  role: { vi: 'theo vai trò', en: 'by role' },
  administrator: { vi: 'quản trị viên đặt', en: 'set by an administrator' },
  unsubscribed: { vi: 'người nhận tự thôi', en: 'ended by the person' },
} satisfies Record<DigestRecipientOrigin, Messages[string]>;

const messages = {
  ...words,
  count: {
    vi: (receiving: number) => `${receiving} người nhận thư giải ngân sáng thứ Sáu`,
    en: (receiving: number) =>
      `${receiving} ${receiving === 1 ? 'person gets' : 'people get'} the letter on Friday morning`,
  },
  what: {
    vi: 'Lãnh đạo nhận thư theo vai trò. Mỗi người chỉ nhận số liệu mà họ được xem khi đăng nhập. Thay đổi tính từ thư kế tiếp.',
    en: 'Leaders get it by role. Nobody gets more than they may see when signed in. Changes count from the next letter.',
  },
  add: { vi: 'Thêm người nhận', en: 'Add someone' },
  name: { vi: 'Người nhận', en: 'Recipient' },
  receives: { vi: 'Nhận thư', en: 'Gets it' },
  scope: { vi: 'Phạm vi của thư', en: 'Of' },
  everything: withValues('{} và mọi đơn vị trực thuộc', '{} and all below it'),
  chosen: { vi: 'Chỉ các đơn vị được chọn', en: 'Only chosen organisations' },
  andBelow: {
    vi: 'Chọn một đơn vị là chọn cả các đơn vị trực thuộc.',
    en: 'Choosing one includes all below it.',
  },
  wantsIt: { vi: 'Gửi thư cho người này', en: 'Send the letter to this person' },
  ended: {
    vi: 'Người này đã tự thôi nhận bằng liên kết trong thư; chỉ bật lại khi họ yêu cầu.',
    en: 'This person ended it by the link in the letter; turn it on again only if they ask.',
  },
  search: { vi: 'Tìm theo tên', en: 'Search by name' },
  onList: {
    vi: 'Không có tài khoản nào khác mang tên này.',
    en: 'No other account has this name.',
  },
  none: { vi: 'Chưa có ai nhận thư', en: 'Nobody gets the letter yet' },
  noneWhat: {
    vi: 'Tạo tài khoản lãnh đạo, hoặc thêm một tài khoản có sẵn.',
    en: 'Make a leader’s account, or add one that there is.',
  },
} satisfies Messages;
