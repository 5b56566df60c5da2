import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { SessionView, SignInRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { aboutQuery, SESSION_KEY } from '../../api/session';
import { usePreferences, useText } from '../../language';
import { usePageTitle } from '../../shared/page-title';
import { Brand } from '../../app/brand';
import { Refusal } from '../../shared/refusal';
import { FirstSteps } from './first-steps';
import { messages } from './messages';
import './sign-in.css';

/** E-mail and password; what to do first on an installation without accounts, and the accounts of the demo. */
export function SignInPage() {
  const t = useText(messages);
  usePageTitle(t.title);
  const { language, setLanguage } = usePreferences();
  const about = useQuery(aboutQuery);
  const [email, setEmail] = useState('');
  return (
    <main className="sign-in">
      <div className="brand">
        <Brand />
      </div>
      <div>
        <h1>{t.title}</h1>
        <p className="muted">{t.purpose}</p>
      </div>
      <SignInForm email={email} onEmail={setEmail} />
      {about.data && <FirstSteps about={about.data} onChoose={setEmail} />}
      <p className="small">
        <button
          type="button"
          className="link"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {t.language}
        </button>
      </p>
    </main>
  );
}

interface SignInFormProps {
  readonly email: string;
  readonly onEmail: (email: string) => void;
}

function SignInForm({ email, onEmail }: SignInFormProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: (request: SignInRequest) => send<SessionView>('POST', '/api/session', request),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <form onSubmit={submit}>
      <label className="field">
        {t.email}
        <input
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => onEmail(event.target.value)}
        />
      </label>
      <label className="field">
        {t.password}
        <input
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <Refusal error={signIn.error} />
      <button type="submit" className="btn btn-main" disabled={signIn.isPending}>
        {t.signIn}
      </button>
    </form>
  );
}
