import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreateUserRequest, PasswordLinkView, Role, UserView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useText } from '../../language';
import { Drawer } from '../../shared/drawer';
import { accountMessages } from './account-messages';
import { Choice, EditForm, Field } from './fields';
import { messages } from './messages';
import { ShownLink } from './password-link';
import { officesQuery, USERS_KEY } from './queries';
import { ROLE_ORDER } from './roles';

interface NewAccountProps {
  readonly onClose: () => void;
}

/** Makes an account and the link by which its person sets the password. */
export function NewAccount({ onClose }: NewAccountProps) {
  const t = useText({ ...messages, ...accountMessages });
  const client = useQueryClient();
  const offices = useQuery(officesQuery);
  const [draft, setDraft] = useState({ name: '', email: '', role: 'reporter' as Role, organizationId: '' });
  const create = useMutation({
    mutationFn: async (request: CreateUserRequest) => {
      const user = await send<UserView>('POST', '/api/users', request);
      await client.invalidateQueries({ queryKey: USERS_KEY });
      return { user, link: await send<PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`) };
    },
  });
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  return (
    <Drawer title={t.newAccount} onClose={onClose}>
      {create.data ? (
        <div className="ad-part">
          <p role="status">{t.created(create.data.user.name)}</p>
          <ShownLink link={create.data.link} />
        </div>
      ) : (
        <EditForm submit={t.create} change={create} onSubmit={() => create.mutate(draft)}>
          <Field
            label={t.name}
            required
            maxLength={200}
            value={draft.name}
            onChange={(name) => set({ name })}
          />
          <Field
            label={t.email}
            type="email"
            required
            maxLength={254}
            value={draft.email}
            onChange={(email) => set({ email })}
          />
          <Choice
            label={t.role}
            options={ROLE_ORDER.map((value) => ({ value, name: t[value] }))}
            value={draft.role}
            onChange={(role) => set({ role: role as Role })}
          />
          <Choice
            label={t.organization}
            options={(offices.data?.items ?? []).map(({ id, name }) => ({ value: id, name }))}
            value={draft.organizationId}
            onChange={(organizationId) => set({ organizationId })}
          />
          <p className="small muted">{t.sees}</p>
        </EditForm>
      )}
    </Drawer>
  );
}
