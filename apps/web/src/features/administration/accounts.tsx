import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useLongList } from '../../api/long-list';
import { useUser } from '../../api/session';
import { useFormats, useText } from '../../language';
import { EmptyState, ListStates, Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { DataTable, type Column } from '../../shared/data-table';
import { SearchBox } from '../../shared/search-box';
import { AccountEditor } from './account-editor';
import { messages } from './messages';
import { NewAccount } from './new-account';
import { USERS_KEY, usersQuery } from './queries';

/** Who can sign in as what, where; making accounts and closing them. */
export function Accounts() {
  const t = useText(messages);
  const formats = useFormats();
  const { value, set } = useAddressState();
  const q = value('q');
  const list = useLongList(usersQuery(q));
  const [opened, setOpened] = useState<UserView | 'new'>();
  const count = t.accountCount(formats.count(list.total));
  const columns: readonly Column<UserView>[] = [
    {
      key: 'name',
      title: t.name,
      name: t.name,
      render: (user) => (
        <button type="button" className="link" onClick={() => setOpened(user)}>
          {user.name}
        </button>
      ),
    },
    { key: 'email', className: 'dt-wide', title: t.email, name: t.email, render: ({ email }) => email },
    {
      key: 'organization',
      className: 'dt-wide',
      title: t.organization,
      name: t.organization,
      render: ({ organizationName }) => organizationName,
    },
    { key: 'role', title: t.role, name: t.role, render: ({ role }) => t[role] },
    { key: 'state', title: t.state, name: t.state, render: (user) => <AccountState user={user} /> },
  ];
  return (
    <>
      <Section
        title={count}
        end={
          <button type="button" className="link noprint" onClick={() => setOpened('new')}>
            {t.newAccount}
          </button>
        }
      >
        <p className="tools noprint">
          <SearchBox label={t.search} value={q ?? ''} onChange={(words) => set({ q: words })} />
        </p>
        <ListStates list={list} empty={<EmptyState title={t.none} />}>
          {(rows) => (
            <DataTable
              stacked
              caption={count}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              onEnd={list.more}
            />
          )}
        </ListStates>
      </Section>
      {opened === 'new' && <NewAccount onClose={() => setOpened(undefined)} />}
      {opened !== undefined && opened !== 'new' && (
        <AccountEditor user={opened} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

/** Nobody can close their own account and so lock everybody out. */
function AccountState({ user }: { readonly user: UserView }) {
  const t = useText(messages);
  const me = useUser();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (disabled: boolean) => send('PATCH', `/api/users/${user.id}`, { disabled }),
    onSuccess: () => client.invalidateQueries({ queryKey: USERS_KEY }),
  });
  return (
    <>
      {user.disabled ? t.disabled : t.active}
      {user.id !== me.id && (
        <>
          {' · '}
          <button
            type="button"
            className="link noprint"
            disabled={change.isPending}
            aria-label={`${user.disabled ? t.enable : t.disable}: ${user.name}`}
            onClick={() => change.mutate(!user.disabled)}
          >
            {user.disabled ? t.enable : t.disable}
          </button>
        </>
      )}
      <Refusal error={change.error} />
    </>
  );
}
