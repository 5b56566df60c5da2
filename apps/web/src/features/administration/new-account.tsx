import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreateUserRequest, PasswordLinkView, Role, UserView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { officesQuery } from '../../api/offices';
import { useFormats, useText } from '../../language';
import { Refusal } from '../../shared';
import { Drawer } from '../../shared/drawer';
import { accountMessages } from './account-messages';
import { Choice, EditForm, Field, useChange } from './fields';
import { messages, ROLE_ORDER } from './messages';
import { USERS_KEY } from './queries';

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

/** Makes the link by which a person sets the password, and shows it once. */
export function PasswordLink({ user }: { readonly user: UserView }) {
  const t = useText(accountMessages);
  const [link, setLink] = useState<PasswordLinkView>();
  const issue = useChange<undefined, PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`, {
    stale: [],
    onDone: setLink,
  });
  return (
    <div className="ad-part">
      <h3>{t.passwordHead}</h3>
      <p className="muted">{t.linkWhat}</p>
      <button
        type="button"
        className="btn"
        disabled={issue.isPending}
        onClick={() => issue.mutate(undefined)}
      >
        {t.makeLink}
      </button>
      <Refusal error={issue.error} />
      {link && <ShownLink link={link} />}
    </div>
  );
}

/** The link to hand over; it can't be shown again. */
function ShownLink({ link: { token, expiresAt } }: { readonly link: PasswordLinkView }) {
  const t = useText(accountMessages);
  const formats = useFormats();
  const [copied, setCopied] = useState(false);
  // Behind "#" it reaches no server's or proxy's log.
  const address = `${window.location.origin}/mat-khau#${token}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <Field
        label={t.link}
        hint={t.linkUntil(formats.instant(expiresAt))}
        readOnly
        value={address}
        onChange={() => undefined}
        onFocus={({ target }) => target.select()}
      />
      {/* Browsers give scripts no clipboard where the office runs it without https. */}
      {window.isSecureContext && (
        <button type="button" className="btn" onClick={() => void copy()}>
          {copied ? t.copied : t.copy}
        </button>
      )}
    </>
  );
}
