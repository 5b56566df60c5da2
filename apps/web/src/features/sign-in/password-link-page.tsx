import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { UsePasswordLinkRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Brand } from '../../app/brand';
import { type Messages, useText } from '../../language';
import { Form } from '../../shared/form/form';
import { NewPassword } from '../../shared/form/new-password';
import { usePageTitle } from '../../shared/page';
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
        <Form submit={t.set} change={set} onSubmit={() => set.mutate({ token, password })}>
          <NewPassword value={password} onChange={setPassword} />
        </Form>
      )}
    </main>
  );
}

const passwordLinkMessages = {
  title: { vi: 'Đặt mật khẩu', en: 'Set a password' },
  what: {
    vi: 'Mật khẩu do bạn tự chọn, không ai khác biết. Liên kết này chỉ dùng được một lần.',
    en: 'You choose it, nobody else knows it. This link works once.',
  },
  set: { vi: 'Đặt mật khẩu', en: 'Set it' },
  done: { vi: 'Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.', en: 'It is set. Sign in with it.' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  incomplete: {
    vi: 'Liên kết bị thiếu phần cuối. Hãy mở lại đúng liên kết mà quản trị viên đã trao.',
    en: 'The end of the link is missing. Open it as the administrator gave it to you.',
  },
} satisfies Messages;
