import { Link } from 'wouter';
import type { ChangeOwnPasswordRequest } from '@thongvon/api-contract';
import { ROLE_NAMES } from '@thongvon/kernel';
import { useUser } from '../../api/session';
import { type Messages, useText } from '../../language';
import { Section } from '../../shared';
import { TextField } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { NewPassword } from '../../shared/form/new-password';
import { usePageTitle } from '../../shared/page';
import './account.css';

/** Who one is to the system, and changing one's password. */
export function AccountPage() {
  const t = useText(messages);
  const names = useText(ownRoles);
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
  const { values, field, reset } = useFields({ current: '', password: '' });
  const change = useChange<ChangeOwnPasswordRequest>('PUT', '/api/session/password', {
    isQuiet: true,
    onDone: reset,
  });
  return (
    <Form className="form-narrow" submit={t.change} change={change} onSubmit={() => change.mutate(values)}>
      <TextField
        {...field('current')}
        label={t.current}
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPassword {...field('password')} />
      <p className="small muted">{t.elsewhere}</p>
      {change.isSuccess && <p role="status">{t.changed}</p>}
    </Form>
  );
}

/** What a role is called to who has it. */
const ownRoles = { ...ROLE_NAMES, reporter: { vi: 'gửi báo cáo', en: 'sends returns' } } satisfies Messages;

const messages = {
  title: { vi: 'Tài khoản của bạn', en: 'Your account' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  role: { vi: 'Vai trò', en: 'Role' },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  guide: { vi: 'Hướng dẫn dùng hệ thống', en: 'Guide to the system' },
  wrong: {
    vi: 'Có gì không đúng, hãy báo người quản trị.',
    en: 'Tell the administrator if something is wrong.',
  },
  password: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  current: { vi: 'Mật khẩu đang dùng', en: 'Present password' },
  change: { vi: 'Đổi mật khẩu', en: 'Change it' },
  elsewhere: {
    vi: 'Bạn vẫn đăng nhập ở đây; mọi máy khác phải đăng nhập lại.',
    en: 'You stay signed in here; everywhere else you have to sign in again.',
  },
  changed: {
    vi: 'Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.',
    en: 'The password is changed. Other computers are signed out.',
  },
} satisfies Messages;
