import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ChangeUserRequest,
  CreateUserRequest,
  PasswordLinkView,
  Role,
  UserView,
} from '@thongvon/api-contract';
import { send } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { officeOptionsQuery } from '../../api/offices';
import { useUser } from '../../api/session';
import { type Messages, useFormats, useText } from '../../language';
import { Refusal } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { Drawer } from '../../shared/drawer';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { changedFields, Form, useFields } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
import { ListPage } from '../../shared/list/list-page';
import { LinkAction } from '../../shared/list/link-action';
import { roles } from './messages';
import { RECIPIENTS_KEY, USERS_KEY } from './queries';

/** Who can sign in as what, where; making accounts and closing them. */
export function Accounts() {
  const t = useText(messages);
  const names = useText(roles);
  const formats = useFormats();
  const q = useAddressState().value('q');
  const list = useLongList(longList<UserView>(USERS_KEY, '/api/users', { q }));
  return (
    <ListPage
      list={list}
      title={t.count(formats.count(list.total))}
      filters={[{ kind: 'words', name: 'q', label: t.search }]}
      columns={[
        { key: 'name', title: t.name, render: ({ name }) => name },
        { key: 'email', className: 'dt-wide', title: t.email, render: ({ email }) => email },
        {
          key: 'office',
          className: 'dt-wide',
          title: t.organization,
          render: (user) => user.organizationName,
        },
        { key: 'role', title: t.role, render: ({ role }) => names[role] },
        { key: 'state', title: t.state, render: (user) => <AccountState user={user} /> },
      ]}
      empty={t.none}
      add={{ label: t.newAccount, pane: (close) => <NewAccount onClose={close} /> }}
      pane={(user, close) => <AccountEditor user={user} onClose={close} />}
    />
  );
}

/** Nobody can close their own account and so lock everybody out. */
function AccountState({ user: { id, name, disabled } }: { readonly user: UserView }) {
  const t = useText(messages);
  const me = useUser();
  const change = useChange<ChangeUserRequest>('PATCH', `/api/users/${id}`, { stale: [USERS_KEY] });
  return (
    <>
      {disabled ? t.disabled : t.active}
      {id !== me.id && (
        <>
          {' · '}
          <LinkAction
            label={disabled ? t.enable : t.disable}
            about={name}
            change={change}
            onAct={() => change.mutate({ disabled: !disabled })}
          />
        </>
      )}
    </>
  );
}

interface AccountEditorProps {
  readonly user: UserView;
  readonly onClose: () => void;
}

/** Name, role and office of an account, and a way to a new password. */
function AccountEditor({ user, onClose }: AccountEditorProps) {
  const t = useText(messages);
  const { name, role, organizationId } = user;
  const before = { name, role, organizationId };
  const { values, field } = useFields(before);
  const changes = changedFields(before, values);
  const change = useChange<ChangeUserRequest, UserView>('PATCH', `/api/users/${user.id}`, {
    stale: [USERS_KEY, RECIPIENTS_KEY],
    onDone: onClose,
  });
  return (
    <Drawer title={user.name} onClose={onClose}>
      <p className="small muted">{user.email}</p>
      <Form
        submit={t.save}
        change={change}
        ready={Object.keys(changes).length > 0}
        onSubmit={() => change.mutate(changes)}
      >
        <TextField {...field('name')} label={t.name} required maxLength={200} />
        <RoleAndOffice role={field('role')} office={field('organizationId')} />
        <p className="small muted">
          {t.sees} {t.atOnce}
        </p>
      </Form>
      {!user.disabled && <PasswordLink user={user} />}
    </Drawer>
  );
}

interface RoleAndOfficeProps {
  readonly role: { readonly name: string; readonly value: Role; readonly onChange: (role: Role) => void };
  readonly office: { readonly name: string; readonly value: string; readonly onChange: (id: string) => void };
}

function RoleAndOffice({ role, office }: RoleAndOfficeProps) {
  const t = useText(messages);
  const { data: offices = [] } = useQuery(officeOptionsQuery);
  return (
    <>
      <Choice {...role} label={t.role} options={optionsOf(useText(roles))} />
      <Choice {...office} label={t.organization} options={offices} />
    </>
  );
}

/** Makes an account and the link by which its person sets the password. */
function NewAccount({ onClose }: { readonly onClose: () => void }) {
  const t = useText(messages);
  const client = useQueryClient();
  const { values, field } = useFields<Omit<CreateUserRequest, 'password'>>({
    ...{ name: '', email: '', role: 'reporter', organizationId: '' },
  });
  const create = useMutation({
    mutationFn: async (request: CreateUserRequest) => {
      const user = await send<UserView>('POST', '/api/users', request);
      await client.invalidateQueries({ queryKey: USERS_KEY });
      return { user, link: await send<PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`) };
    },
  });
  return (
    <Drawer title={t.newAccount} onClose={onClose}>
      {create.data ? (
        <div className="ad-part">
          <p role="status">{t.created(create.data.user.name)}</p>
          <ShownLink link={create.data.link} />
        </div>
      ) : (
        <Form submit={t.create} change={create} onSubmit={() => create.mutate(values)}>
          <TextField {...field('name')} label={t.name} required maxLength={200} />
          <TextField {...field('email')} label={t.email} type="email" required maxLength={254} />
          <RoleAndOffice role={field('role')} office={field('organizationId')} />
          <p className="small muted">{t.sees}</p>
        </Form>
      )}
    </Drawer>
  );
}

/** Makes the link by which a person sets the password, and shows it once. */
function PasswordLink({ user }: { readonly user: UserView }) {
  const t = useText(messages);
  const issue = useChange<undefined, PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`);
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
  count: { vi: (count: string) => `${count} tài khoản`, en: (count: string) => `${count} accounts` },
  name: { vi: 'Họ tên', en: 'Name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  role: { vi: 'Vai trò', en: 'Role' },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  state: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'đang dùng', en: 'active' },
  disabled: { vi: 'đã khoá', en: 'disabled' },
  disable: { vi: 'Khoá', en: 'Disable' },
  enable: { vi: 'Mở lại', en: 'Enable' },
  search: { vi: 'Tìm tên hoặc thư điện tử', en: 'Search name or e-mail' },
  none: { vi: 'Không có mục nào khớp', en: 'Nothing matches' },
  newAccount: { vi: 'Thêm tài khoản', en: 'New account' },
  create: { vi: 'Tạo tài khoản', en: 'Create account' },
  created: {
    vi: (name: string) => `Đã tạo tài khoản cho ${name}.`,
    en: (name: string) => `Account of ${name} created.`,
  },
  save: { vi: 'Lưu thay đổi', en: 'Save' },
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
  linkUntil: {
    vi: (instant: string) =>
      `Trao cho đúng người; dùng được đến ${instant}. Liên kết cấp trước đó không còn dùng được.`,
    en: (instant: string) =>
      `Give it to the person alone; it works until ${instant}. An earlier one is void.`,
  },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
} satisfies Messages;
