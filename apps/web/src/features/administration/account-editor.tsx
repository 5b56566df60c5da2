import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeUserRequest, Role, UserView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Drawer } from '../../shared/drawer';
import { accountMessages } from './account-messages';
import { Choice, EditForm, Field } from './fields';
import { messages } from './messages';
import { PasswordLink } from './password-link';
import { officesQuery, RECIPIENTS_KEY, USERS_KEY } from './queries';
import { ROLE_ORDER } from './roles';
import { changedFields, useChange } from './use-change';

interface AccountEditorProps {
  readonly user: UserView;
  readonly onClose: () => void;
}

/** Name, role and office of an account, and a way to a new password. */
export function AccountEditor({ user, onClose }: AccountEditorProps) {
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
