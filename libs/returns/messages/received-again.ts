import { Problem } from '@thongvon/platform';

/** 409: the failed return can't come back, since the same file has been received again. */
export function receivedAgain(): Problem {
  return new Problem(
    409,
    'RETURN-RECEIVED-AGAIN',
    'Tệp này đã được nộp lại; hãy làm tiếp ở báo cáo mới.',
    'The same file has been sent again; go on with the newer return.',
  );
}
