import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ChangeUserRequest,
  CreateUserRequest,
  PasswordLinkView,
  UserView,
} from '@thongvon/api-contract';
import { ROLE_NAMES } from '@thongvon/kernel';
import { send } from '../../api/client';
import { officeOptionsQuery } from '../../api/offices';
import { useUser } from '../../api/session';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { type Fields, Form, useChange, useFields } from '../../shared/form/form';
import { changesOf, useForm } from '../../shared/form/use-form';
import { LinkAction, ListPage, type PaneProps, useFilteredList } from '../../shared/list/list-page';
import { RECIPIENTS_KEY, USERS_KEY, words } from './common';

/** Who can sign in as what, where; making accounts and closing them. */
export function Accounts() {
  const t = useText(messages);
  const names = useText(ROLE_NAMES);
  const me = useUser();
  const users = useFilteredList<UserView>(USERS_KEY, '/api/users', [
    { kind: 'words', name: 'q', label: t.search },
  ]);
  return (
    <ListPage
      {...users}
      title={t.count}
      titles={t}
      cells={{
        name: ({ name }) => name,
        email: { wide: true, render: ({ email }) => email },
        organization: { wide: true, render: ({ organizationName }) => organizationName },
        role: ({ role }) => names[role],
        state: ({ id, name, disabled }) => (
          <>
            {disabled ? t.disabled : t.active}
            {/* Nobody can close their own account and so lock everybody out. */}
            {id !== me.id && (
              <>
                {' · '}
                <LinkAction
                  label={disabled ? t.enable : t.disable}
                  about={name}
                  send={['PATCH', `/api/users/${id}`, { disabled: !disabled }]}
                  stale={[USERS_KEY]}
                />
              </>
            )}
          </>
        ),
      }}
      add={{ label: t.newAccount, pane: () => <NewAccount /> }}
      pane={(user, close) => <AccountEditor row={user} onClose={close} />}
    />
  );
}

/** Name, role and office of an account, and a way to a new password. */
function AccountEditor({ row: user, onClose }: PaneProps<UserView>) {
  const t = useText(messages);
  const { name, email, role, organizationId } = user;
  const { field, form } = useForm({
    fields: { name, email, role, organizationId },
    labels: { ...t, organizationId: t.organization },
    send: ['PATCH', `/api/users/${user.id}`],
    request: (values) => changesOf<ChangeUserRequest>(user, values),
    stale: [USERS_KEY, RECIPIENTS_KEY],
    onDone: onClose,
  });
  return (
    <>
      <p className="small muted">{user.email}</p>
      <Form {...form} submit={t.saveChanges}>
        <TextField {...field('name')} required maxLength={200} />
        <RoleAndOffice field={field} />
        <p className="small muted">
          {t.sees} {t.atOnce}
        </p>
      </Form>
      {!user.disabled && <PasswordLink user={user} />}
    </>
  );
}

type Account = Omit<CreateUserRequest, 'password'>;

function RoleAndOffice({ field }: Pick<Fields<Account>, 'field'>) {
  const t = useText(messages);
  const { data: offices = [] } = useQuery(officeOptionsQuery);
  return (
    <>
      <Choice {...field('role')} label={t.role} options={optionsOf(useText(ROLE_NAMES))} />
      <Choice {...field('organizationId')} label={t.organization} options={offices} />
    </>
  );
}

/** Makes an account and the link by which its person sets the password. */
function NewAccount() {
  const t = useText(messages);
  const client = useQueryClient();
  const { values, field } = useFields<Account>({ name: '', email: '', role: 'reporter', organizationId: '' });
  const create = useMutation({
    mutationFn: async (request: CreateUserRequest) => {
      const user = await send<UserView>('POST', '/api/users', request);
      await client.invalidateQueries({ queryKey: USERS_KEY });
      return { user, link: await send<PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`) };
    },
  });
  if (create.data)
    return (
      <div className="form-part ad-part">
        <p role="status">{t.created(create.data.user.name)}</p>
        <ShownLink link={create.data.link} />
      </div>
    );
  return (
    <Form submit={t.create} change={create} onSubmit={() => create.mutate(values)}>
      <TextField {...field('name')} label={t.name} required maxLength={200} />
      <TextField {...field('email')} label={t.email} type="email" required maxLength={254} />
      <RoleAndOffice field={field} />
      <p className="small muted">{t.sees}</p>
    </Form>
  );
}

/** Makes the link by which a person sets the password, and shows it once. */
function PasswordLink({ user }: { readonly user: UserView }) {
  const t = useText(messages);
  const issue = useChange<undefined, PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`);
  return (
    <div className="form-part ad-part">
      <h3>{t.passwordHead}</h3>
      <p className="muted">{t.linkWhat}</p>
      <Form
        minor
        className="form-inline"
        submit={t.makeLink}
        change={issue}
        onSubmit={() => issue.mutate(undefined)}
      />
      {issue.data && <ShownLink link={issue.data} />}
    </div>
  );
}

/** The link to hand over; it can't be shown again. */
function ShownLink({ link: { token, expiresAt } }: { readonly link: PasswordLinkView }) {
  const t = useText(messages);
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
      <TextField
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

const messages = {
  ...words,
  count: withValues('{} tài khoản', '{} accounts'),
  name: { vi: 'Họ tên', en: 'Name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  active: { vi: 'đang dùng', en: 'active' },
  disabled: { vi: 'đã khóa', en: 'disabled' },
  disable: { vi: 'Khóa', en: 'Disable' },
  enable: { vi: 'Mở lại', en: 'Enable' },
  search: { vi: 'Tìm tên hoặc thư điện tử', en: 'Search name or e-mail' },
  newAccount: { vi: 'Thêm tài khoản', en: 'New account' },
  create: { vi: 'Tạo tài khoản', en: 'Create account' },
  created: withValues('Đã tạo tài khoản cho {}.', 'Account of {} created.'),
  atOnce: {
    vi: 'Vai trò và đơn vị mới có hiệu lực ngay, kể cả với người đang đăng nhập.',
    en: 'A new role or office counts at once, also for who is signed in.',
  },
  sees: {
    vi: 'Một người thấy số liệu của đơn vị mình và các đơn vị trực thuộc. Cán bộ tài chính và lãnh đạo xem toàn huyện thì chọn UBND huyện, không chọn phòng.',
    en: 'A person sees their own office and all below it. Finance officers and leaders who see the whole district belong to its people’s committee, not to a department.',
  },
  passwordHead: { vi: 'Mật khẩu', en: 'Password' },
  linkWhat: {
    vi: 'Người dùng tự đặt mật khẩu qua một liên kết dùng một lần; không ai khác biết mật khẩu. Mật khẩu đang dùng vẫn còn cho đến lúc đó.',
    en: 'The person sets the password by a link that works once; nobody else knows it. The present one goes on until then.',
  },
  makeLink: { vi: 'Cấp liên kết đặt mật khẩu', en: 'Make a link' },
  link: { vi: 'Liên kết (chỉ hiện lần này)', en: 'Link (shown this once)' },
  linkUntil: withValues(
    'Trao cho đúng người; dùng được đến {}. Liên kết cấp trước đó không còn dùng được.',
    'Give it to the person alone; it works until {}. An earlier one is void.',
  ),
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
} satisfies Messages;
