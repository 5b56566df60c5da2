import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { AboutView, SessionView, SignInRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { heldFiles } from '../../api/held-upload';
import { lastPerson } from '../../api/last-person';
import { aboutQuery, SESSION_KEY } from '../../api/session';
import { Brand, OtherLanguage } from '../../app/brand';
import { type Messages, useText, withValues } from '../../language';
import { TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { usePageTitle } from '../../shared/page';
import './sign-in.css';

const WaitingAtDoor = lazy(async () => ({
  default: (await import('../../shared/outbox/waiting-at-door')).WaitingAtDoor,
}));

/** E-mail and password, with whose session has just ended; what to do first on an installation without accounts, and the accounts of the demo. */
export function SignInPage() {
  const t = useText(messages);
  usePageTitle(t.title);
  const about = useQuery(aboutQuery);
  const [email, setEmail] = useState(lastPerson() ?? '');
  return (
    <main className="sign-in">
      <div className="brand">
        <Brand />
      </div>
      <div>
        <h1>{t.title}</h1>
        <p className="muted">{t.purpose}</p>
      </div>
      {heldFiles().length > 0 && (
        <p className="hint" role="status">
          {t.held(
            heldFiles()
              .map(({ name }) => name)
              .join(', '),
          )}
        </p>
      )}
      <Suspense fallback={null}>
        <WaitingAtDoor />
      </Suspense>
      <SignInForm email={email} onEmail={setEmail} />
      {about.data && <FirstSteps about={about.data} onChoose={setEmail} />}
      <p className="small">
        <OtherLanguage />
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
  // The first field that is still to be filled in.
  const [isNew] = useState(email === '');
  const signIn = useMutation({
    mutationFn: (request: SignInRequest) => send<SessionView>('POST', '/api/session', request),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
  });
  return (
    <Form submit={t.signIn} change={signIn} onSubmit={() => signIn.mutate({ email, password })}>
      <TextField
        name="email"
        label={t.email}
        type="email"
        autoComplete="username"
        autoFocus={isNew}
        required
        value={email}
        onChange={onEmail}
      />
      <TextField
        name="password"
        label={t.password}
        type="password"
        autoComplete="current-password"
        autoFocus={!isNew}
        required
        value={password}
        onChange={setPassword}
      />
    </Form>
  );
}

const DEMO_ACCOUNTS = [
  { email: 'board@thongvon.test', is: 'reporter' },
  { email: 'finance@thongvon.test', is: 'finance' },
  { email: 'leader@thongvon.test', is: 'leader' },
  { email: 'admin@thongvon.test', is: 'administrator' },
] as const;

interface FirstStepsProps {
  readonly about: AboutView;
  /** Fills in an account's e-mail. */
  readonly onChoose: (email: string) => void;
}

/** How to get in for the first time; nothing on a system that is in use. */
function FirstSteps({ about, onChoose }: FirstStepsProps) {
  const t = useText(messages);
  if (!about.hasAccounts)
    return (
      <div className="hint">
        <p>{t.noAccounts}</p>
        <p>
          <code className="cell">npm run -s create-admin</code>
        </p>
      </div>
    );
  if (!about.demo) return null;
  return (
    <div className="hint">
      <p>{t.demoAccounts}</p>
      <ul>
        {DEMO_ACCOUNTS.map(({ email, is }) => (
          <li key={email}>
            <button type="button" className="link" onClick={() => onChoose(email)}>
              {email}
            </button>
            <span>{t[is]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const messages = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  purpose: {
    vi: 'Theo dõi giải ngân vốn đầu tư công: đã giải ngân bao nhiêu, vướng ở đâu, ai phải làm gì.',
    en: 'Watching public investment: how much is disbursed, what is in the way, who must act.',
  },
  held: withValues(
    'Phiên làm việc đã hết. Đăng nhập lại, {} sẽ được nạp tiếp, không phải chọn lại tệp.',
    'The session has ended. Sign in again and {} goes on being uploaded; no need to choose it again.',
  ),
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  noAccounts: {
    vi: 'Hệ thống chưa có tài khoản nào. Người cài đặt tạo tài khoản quản trị đầu tiên bằng lệnh:',
    en: 'There is no account yet. Whoever installs the system makes the first administrator with:',
  },
  demoAccounts: {
    vi: 'Bản thử có sẵn các tài khoản sau; mật khẩu in ở cửa sổ đã chạy npm start.',
    en: 'The demo has these accounts; the password is printed where npm start runs.',
  },
  reporter: { vi: 'ban quản lý, xã', en: 'board, commune' },
  finance: { vi: 'tài chính', en: 'finance office' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  administrator: { vi: 'quản trị', en: 'administrator' },
} satisfies Messages;
