import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { CreateUserRequest, Role, UserView } from '@thongvon/contracts';
import { send } from '../../api/client';
import { useText } from '../../language';
import { Refusal } from '../../shared';
import { messages } from './messages';
import { officesQuery, USERS_KEY } from './queries';

const ROLES: readonly Role[] = ['reporter', 'finance-officer', 'finance-head', 'leader', 'administrator'];

/** A form behind a line, since accounts are made seldom. */
export function NewAccount() {
  const t = useText(messages);
  return (
    <details className="noprint">
      <summary className="link">{t.newAccount}</summary>
      <NewAccountForm />
    </details>
  );
}

function NewAccountForm() {
  const t = useText(messages);
  const client = useQueryClient();
  const offices = useQuery(officesQuery);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('reporter');
  const [organizationId, setOrganization] = useState('');
  const [password, setPassword] = useState('');
  const create = useMutation({
    mutationFn: (request: CreateUserRequest) => send<UserView>('POST', '/api/users', request),
    onSuccess: async () => {
      setName('');
      setEmail('');
      setPassword('');
      await client.invalidateQueries({ queryKey: USERS_KEY });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    create.mutate({ name, email, role, organizationId, password });
  };
  const text = (label: string, type: string, value: string, set: (value: string) => void) => (
    <label className="field">
      {label}
      <input
        type={type}
        required
        autoComplete="off"
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <form className="ad-new" onSubmit={submit}>
      {text(t.name, 'text', name, setName)}
      {text(t.email, 'email', email, setEmail)}
      <label className="field">
        {t.role}
        <select value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t.organization}
        <select required value={organizationId} onChange={(event) => setOrganization(event.target.value)}>
          <option value="" />
          {offices.data?.items.map((office) => (
            <option key={office.id} value={office.id}>
              {office.name}
            </option>
          ))}
        </select>
      </label>
      {text(t.password, 'password', password, setPassword)}
      <button type="submit" className="btn btn-main" disabled={create.isPending}>
        {t.create}
      </button>
      <Refusal error={create.error} />
      {create.data && <p role="status">{t.created(create.data.name)}</p>}
    </form>
  );
}
