import { Problem } from '../problems/problem';

/** What an HTTP status is called in a problem's title. */
export const STATUS_TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không hợp lệ',
  401: 'Chưa đăng nhập',
  403: 'Không được phép',
  404: 'Không tìm thấy',
  405: 'Phương thức không được hỗ trợ',
  409: 'Xung đột',
  412: 'Dữ liệu đã thay đổi',
  413: 'Dữ liệu quá lớn',
  415: 'Kiểu dữ liệu không được hỗ trợ',
  422: 'Không thể xử lý',
  428: 'Thiếu điều kiện của yêu cầu',
  429: 'Quá nhiều yêu cầu',
  500: 'Lỗi hệ thống',
  503: 'Chưa sẵn sàng',
};

/** Refusals that any call may meet. */
export const problems = {
  notSignedIn: () =>
    new Problem(
      401,
      'NOT-SIGNED-IN',
      'Bạn chưa đăng nhập hoặc phiên làm việc đã hết hạn.',
      'You are not signed in, or the session is over.',
    ),
  forbidden: () =>
    new Problem(
      403,
      'FORBIDDEN',
      'Vai trò của bạn không được phép làm việc này.',
      'Your role may not do this.',
    ),
  topOfficeOnly: () =>
    new Problem(
      403,
      'TOP-OFFICE-ONLY',
      'Việc này chung cho toàn hệ thống, do cơ quan cấp trên cùng làm.',
      'This concerns the whole installation and is done by its top office.',
    ),
  foreignOrigin: () =>
    new Problem(
      403,
      'CSRF',
      'Yêu cầu không đến từ trang của hệ thống. Hãy gửi từ cùng địa chỉ, hoặc kèm x-csrf-token.',
      'The request does not come from a page of this system. Send it from the same origin, or with x-csrf-token.',
    ),
  bodyMalformed: () =>
    new Problem(
      400,
      'BODY-MALFORMED',
      'Nội dung gửi lên không phải JSON hợp lệ.',
      'The body is not valid JSON.',
    ),
  /** `limit` in bytes. */
  bodyTooLarge: (limit: number) =>
    new Problem(
      413,
      'BODY-TOO-LARGE',
      `Nội dung gửi lên lớn hơn ${limit / 1024} kB.`,
      `The body is larger than ${limit / 1024} kB.`,
    ),
  bodyTooDeep: (levels: number) =>
    new Problem(
      400,
      'BODY-TOO-COMPLEX',
      `JSON gửi lên lồng quá ${levels} cấp.`,
      `The JSON is nested deeper than ${levels} levels.`,
    ),
  bodyTooManyMembers: (most: number) =>
    new Problem(
      400,
      'BODY-TOO-COMPLEX',
      `JSON gửi lên có quá ${most} trường và phần tử. Hãy chia thành nhiều lần gửi.`,
      `The JSON has more than ${most} fields and items. Send it in parts.`,
    ),
  tooManyParameters: () =>
    new Problem(
      400,
      'PARAMETERS-TOO-MANY',
      'Địa chỉ có quá nhiều tham số.',
      'The address has too many parameters.',
    ),
  nothingToChange: () =>
    new Problem(
      400,
      'NOTHING-TO-CHANGE',
      'Yêu cầu không nêu trường nào để sửa.',
      'The request names no field to change.',
    ),
  tooManyUploads: (most: number) =>
    new Problem(
      429,
      'UPLOADS-UNDER-WAY',
      `Tài khoản này đang nộp ${most} tệp cùng lúc. Hãy chờ nộp xong rồi nộp tệp tiếp theo.`,
      `This account is sending ${most} files at once already. Wait until one is received, then send the next.`,
      { retryAfter: 5 },
    ),
  fileTooLarge: () =>
    new Problem(
      413,
      'FILE-TOO-LARGE',
      'Tệp lớn hơn 20 MB. Hãy xóa các trang, hình và dòng thừa rồi nộp lại.',
      'The file is larger than 20 MB. Delete superfluous sheets, pictures and rows, and send it again.',
    ),
  uploadMalformed: () =>
    new Problem(
      400,
      'UPLOAD-MALFORMED',
      'Mỗi lần nộp đúng một tệp, trong trường được nêu của biểu mẫu. Hãy chọn một tệp rồi nộp lại.',
      'An upload takes exactly one file, in the field that the form names. Choose one file and send it again.',
    ),
  filesMalformed: (most: number) =>
    new Problem(
      400,
      'UPLOAD-MALFORMED',
      `Một báo cáo gồm nhiều tệp có từ 1 đến ${most} tệp, trong trường được nêu của biểu mẫu. Hãy chọn các tệp rồi nộp lại.`,
      `A return of several files has 1 to ${most} of them, in the field that the form names. Choose the files and send them again.`,
    ),
  mediaType: () =>
    new Problem(
      415,
      'MEDIA-TYPE',
      'Kiểu nội dung hoặc mã hóa của yêu cầu không được hỗ trợ.',
      'The content type or encoding of the request is not supported.',
    ),
  addressMalformed: () =>
    new Problem(
      400,
      'ADDRESS-MALFORMED',
      'Địa chỉ yêu cầu không hợp lệ.',
      'The address of the request is malformed.',
    ),
  routeUnknown: () =>
    new Problem(
      404,
      'ROUTE-UNKNOWN',
      'Không có địa chỉ này.',
      'There is no such address, or not for this method.',
    ),
  idUnknown: () =>
    new Problem(404, 'NOT-FOUND', 'Không có đối tượng nào mang mã này.', 'There is nothing with this id.'),
  idempotencyKey: () =>
    new Problem(
      400,
      'IDEMPOTENCY-KEY',
      'Idempotency-Key phải gồm 1 đến 200 ký tự ASCII, không có khoảng trắng.',
      'Idempotency-Key must be 1 to 200 ASCII characters without spaces.',
    ),
  idempotencyKeyReused: () =>
    new Problem(
      422,
      'IDEMPOTENCY-KEY-REUSED',
      'Idempotency-Key này đã được dùng cho một yêu cầu có nội dung khác.',
      'This Idempotency-Key was used for a request with other content.',
    ),
  idempotencyInProgress: () =>
    new Problem(
      409,
      'IDEMPOTENCY-IN-PROGRESS',
      'Yêu cầu trước với Idempotency-Key này còn đang được xử lý.',
      'The earlier request with this Idempotency-Key is still being answered.',
      { retryAfter: 1 },
    ),
} as const;

/** The texts of an error that is nobody's to mend but ours. */
export const INTERNAL = {
  code: 'INTERNAL',
  detail: 'Hệ thống gặp lỗi khi xử lý yêu cầu. Hãy báo cho quản trị viên kèm mã yêu cầu (requestId).',
  detailEn: 'The system failed on this request. Tell your administrator, with the requestId.',
} as const;

/** What is left for HTTP errors that no rule of ours raises. */
export const OTHER = {
  code: 'REQUEST',
  detail: 'Yêu cầu không hợp lệ.',
  detailEn: 'The request can not be served as it is.',
} as const;

/** Something that the system needs can't be reached. */
export const NOT_READY = {
  code: 'NOT-READY',
  detail: 'Cơ sở dữ liệu hoặc hàng đợi chưa sẵn sàng.',
  detailEn: 'The database or the queue can not be reached.',
} as const;
