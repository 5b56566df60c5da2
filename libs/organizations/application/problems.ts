import { Problem } from '@thongvon/platform';

/** Every refusal of this context: Vietnamese first. */
export const problems = {
  signInRefused: () =>
    new Problem(
      401,
      'SIGN-IN-REFUSED',
      'Địa chỉ thư điện tử hoặc mật khẩu không đúng.',
      'The e-mail address or the password is wrong.',
    ),
  tooManySignIns: (retryAfter: number) =>
    new Problem(
      429,
      'SIGN-IN-LIMIT',
      `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${Math.ceil(retryAfter / 60)} phút.`,
      `Too many failed sign-ins. Try again in ${Math.ceil(retryAfter / 60)} minutes.`,
      { retryAfter },
    ),

  organizationUnknown: () =>
    new Problem(
      404,
      'ORGANIZATION-UNKNOWN',
      'Không có cơ quan, đơn vị này, hoặc bạn không được xem.',
      'There is no such organisation, or you may not see it.',
    ),
  organizationNotBelow: () =>
    new Problem(
      403,
      'ORGANIZATION-NOT-BELOW',
      'Đơn vị của chính bạn do cơ quan cấp trên quản lý.',
      'Your own office is kept by the one above it.',
    ),
  organizationNameTaken: () =>
    new Problem(
      409,
      'ORGANIZATION-NAME-TAKEN',
      'Đã có cơ quan, đơn vị đang hoạt động mang tên này.',
      'An organisation that still exists has this name.',
    ),
  organizationReferenceUnknown: (field: 'parentId' | 'successorId' | 'organizationId') =>
    new Problem(
      422,
      'ORGANIZATION-REFERENCE-UNKNOWN',
      `Không có cơ quan, đơn vị nào có mã ghi ở ${field}.`,
      `There is no organisation with the id in ${field}.`,
      { field },
    ),
  organizationCircle: () =>
    new Problem(
      422,
      'ORGANIZATION-CIRCLE',
      'Cơ quan cấp trên không thể là chính nó hoặc một đơn vị trực thuộc nó.',
      'An organisation can not stand above itself, nor below one of its own.',
    ),
  organizationPeriod: () =>
    new Problem(
      422,
      'ORGANIZATION-PERIOD',
      'Ngày kết thúc không được trước ngày bắt đầu.',
      'The last day can not be before the first.',
    ),
  organizationSuccessor: () =>
    new Problem(
      422,
      'ORGANIZATION-SUCCESSOR',
      'Chỉ cơ quan đã kết thúc hoạt động mới có cơ quan kế thừa, và không thể là chính nó.',
      'Only an ended organisation has a successor, and not itself.',
    ),

  userUnknown: () => new Problem(404, 'USER-UNKNOWN', 'Không có tài khoản này.', 'There is no such account.'),
  userEmailTaken: () =>
    new Problem(
      409,
      'USER-EMAIL-TAKEN',
      'Đã có tài khoản dùng địa chỉ thư điện tử này.',
      'An account with this e-mail address exists.',
      { field: 'email' },
    ),
  lastAdministrator: () =>
    new Problem(
      409,
      'USER-LAST-ADMINISTRATOR',
      'Đây là quản trị viên cuối cùng; hãy giao vai trò quản trị cho người khác trước.',
      'This is the last administrator; give the role to someone else first.',
    ),
  userDisabled: () =>
    new Problem(
      409,
      'USER-DISABLED',
      'Tài khoản đang bị khóa; hãy mở lại trước khi cấp liên kết.',
      'The account is disabled; enable it before giving out a link.',
    ),
  passwordLinkInvalid: () =>
    new Problem(
      404,
      'PASSWORD-LINK-INVALID',
      'Liên kết không đúng, đã dùng hoặc đã hết hạn. Hãy xin quản trị viên một liên kết mới.',
      'The link is wrong, used or over. Ask the administrator for a new one.',
    ),
  passwordWrong: () =>
    new Problem(422, 'PASSWORD-WRONG', 'Mật khẩu đang dùng không đúng.', 'The present password is wrong.', {
      field: 'current',
    }),
  administratorExists: () =>
    new Problem(
      409,
      'ADMINISTRATOR-EXISTS',
      'Hệ thống đã có quản trị viên. Thêm --force nếu vẫn muốn tạo thêm.',
      'There is an administrator already. Add --force to create another one.',
    ),
} as const;
