import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { UsePasswordLinkRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Brand } from '../../app/brand';
import { useText } from '../../language';
import { NewPassword } from '../../shared/new-password';
import { usePageTitle } from '../../shared/page-title';
import { Refusal } from '../../shared/refusal';
import { passwordLinkMessages } from './password-link-messages';
import './sign-in.css';

/** Where a link from the administrator leads: the person sets a password, once. */
export function PasswordLinkPage() {
  const t = useText(passwordLinkMessages);
  usePageTitle(t.title);
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: (request: UsePasswordLinkRequest) => send('PUT', '/api/password', request),
    // What is used up shall not stay in the address bar of a computer that others use.
    onSuccess: () => window.history.replaceState(null, '', window.location.pathname),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    set.mutate({ token, password });
  };
  return (
    <main className="sign-in">
      <div className="brand">
        <Brand />
      </div>
      <div>
        <h1>{t.title}</h1>
        <p className="muted">{t.what}</p>
      </div>
      {set.isSuccess ? (
        <>
          <p role="status">{t.done}</p>
          <a className="btn btn-main" href="/">
            {t.signIn}
          </a>
        </>
      ) : token === '' ? (
        <p role="alert">{t.incomplete}</p>
      ) : (
        <form onSubmit={submit}>
          <NewPassword value={password} onChange={setPassword} />
          <Refusal error={set.error} />
          <button type="submit" className="btn btn-main" disabled={set.isPending}>
            {t.set}
          </button>
        </form>
      )}
    </main>
  );
}
