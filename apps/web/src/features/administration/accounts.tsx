import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeUserRequest, Role, UserView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useLongList } from '../../api/long-list';
import { officesQuery } from '../../api/offices';
import { useUser } from '../../api/session';
import { useFormats, useText } from '../../language';
import { EmptyState, ListStates, Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { Drawer } from '../../shared/drawer';
import { SearchBox } from '../../shared/search-box';
import { accountMessages } from './account-messages';
import { changedFields, Choice, EditForm, Field, useChange } from './fields';
import { messages, ROLE_ORDER } from './messages';
import { NewAccount, PasswordLink } from './new-account';
import { RECIPIENTS_KEY, USERS_KEY, usersQuery } from './queries';

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

interface AccountEditorProps {
  readonly user: UserView;
  readonly onClose: () => void;
}

/** Name, role and office of an account, and a way to a new password. */
function AccountEditor({ user, onClose }: AccountEditorProps) {
  const t = useText({ ...messages, ...accountMessages });
  const offices = useQuery(officesQuery);
  const { name, role, organizationId } = user;
  const before = { name, role, organizationId };
  const [draft, setDraft] = useState(before);
  const changes = changedFields(before, draft);
  const change = useChange<ChangeUserRequest, UserView>('PATCH', `/api/users/${user.id}`, {
    stale: [USERS_KEY, RECIPIENTS_KEY],
    onDone: onClose,
  });
  return (
    <Drawer title={user.name} onClose={onClose}>
      <p className="small muted">{user.email}</p>
      <EditForm
        submit={t.save}
        change={change}
        ready={Object.keys(changes).length > 0}
        onSubmit={() => change.mutate(changes)}
      >
        <Field
          label={t.name}
          required
          maxLength={200}
          value={draft.name}
          onChange={(value) => setDraft({ ...draft, name: value })}
        />
        <Choice
          label={t.role}
          options={ROLE_ORDER.map((value) => ({ value, name: t[value] }))}
          value={draft.role}
          onChange={(value) => setDraft({ ...draft, role: value as Role })}
        />
        <Choice
          label={t.organization}
          options={(offices.data?.items ?? []).map(({ id, name: office }) => ({ value: id, name: office }))}
          value={draft.organizationId}
          onChange={(value) => setDraft({ ...draft, organizationId: value })}
        />
        <p className="small muted">
          {t.sees} {t.atOnce}
        </p>
      </EditForm>
      {!user.disabled && <PasswordLink user={user} />}
    </Drawer>
  );
}
