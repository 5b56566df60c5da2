import { RETURN_KIND_NAMES } from '@thongvon/kernel';
import { type Finding, type ReturnKind } from '@thongvon/return-reader';

/** The sender's role may not send this kind of return. */
export function kindNotAllowed(kind: ReturnKind): Finding {
  const { vi, en } = RETURN_KIND_NAMES[kind];
  return {
    code: 'RET-KIND-NOT-ALLOWED',
    severity: 'error',
    sheet: null,
    cell: null,
    value: kind,
    message: `Đơn vị của bạn không gửi ${vi}. Hãy nhờ cơ quan tài chính nạp tệp này.`,
    messageEn: `Your office doesn't send a ${en}. Ask the finance office to upload this file.`,
  };
}
