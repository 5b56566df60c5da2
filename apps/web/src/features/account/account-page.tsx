import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import type { ChangeOwnPasswordRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useUser } from '../../api/session';
import { useText } from '../../language';
import { Refusal, Section } from '../../shared';
import { NewPassword } from '../../shared/new-password';
import { usePageTitle } from '../../shared/page-title';
import { messages, roles } from './messages';
import './account.css';

/** Who one is to the system, and changing one's password. */
export function AccountPage() {
  const t = useText(messages);
  const names = useText(roles);
  const { name, email, role, organizationName } = useUser();
  usePageTitle(t.title);
  return (
    <main id="main" className="ac-page">
      <h1>{name}</h1>
      <Section title={t.title}>
        <dl>
          <dt>{t.email}</dt>
          <dd>{email}</dd>
          <dt>{t.organization}</dt>
          <dd>{organizationName}</dd>
          <dt>{t.role}</dt>
          <dd>{names[role]}</dd>
        </dl>
        <p className="small muted">{t.wrong}</p>
        <p>
          <Link href="/huong-dan">{t.guide}</Link>
        </p>
      </Section>
      <Section title={t.password}>
        <PasswordForm />
      </Section>
    </main>
  );
}

function PasswordForm() {
  const t = useText(messages);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: (request: ChangeOwnPasswordRequest) => send('PUT', '/api/session/password', request),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate({ current, password });
  };
  return (
    <form onSubmit={submit}>
      <label className="field">
        {t.current}
        <input
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={({ target }) => setCurrent(target.value)}
        />
      </label>
      <NewPassword value={password} onChange={setPassword} />
      <p className="small muted">{t.elsewhere}</p>
      <Refusal error={change.error} />
      {change.isSuccess && <p role="status">{t.changed}</p>}
      <button type="submit" className="btn btn-main" disabled={change.isPending}>
        {t.change}
      </button>
    </form>
  );
}
