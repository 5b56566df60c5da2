import type { Finding, ReturnKind } from '@thongvon/reading';

const KIND_NAMES: Record<ReturnKind, readonly [vi: string, en: string]> = {
  disbursement: ['báo cáo giải ngân', 'disbursement return'],
  'land-clearance': ['tiến độ giải phóng mặt bằng', 'land-clearance progress'],
  plan: ['kế hoạch vốn', 'capital plan'],
  treasury: ['số liệu Kho bạc', 'Treasury statement'],
};

/** The sender's role may not send this kind of return. */
export function kindNotAllowed(kind: ReturnKind): Finding {
  const [vi, en] = KIND_NAMES[kind];
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
