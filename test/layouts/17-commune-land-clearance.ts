import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inMillions } from './support/units';

// A commune's land-clearance table of late 2025: three header rows by step, hectares, triệu đồng, households counted
// once as a whole and once as "đủ điều kiện tái định cư"; due dates as text; the report's own date before that of
// its figures; "Tổng cộng" first.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly area: number;
  readonly households: number;
  readonly inventoried: number;
  readonly approved: number;
  readonly paid: number;
  readonly handedOver: number;
  readonly resettled: number;
  readonly graves: number;
  readonly compensation: bigint;
  readonly compensated: bigint;
  readonly blocker: string;
  readonly unit: string;
  readonly due: readonly [shown: string, iso: string];
}

// prettier-ignore
const ROWS: readonly Row[] = [
  { code: '8031150', name: 'Tuyến đường ven sông Hậu Giang Nhỏ', area: 4.72, households: 118, inventoried: 112, approved: 97, paid: 90, handedOver: 85, resettled: 14, graves: 22, compensation: 48_650_000_000n, compensated: 39_412_500_000n, blocker: '06 hộ chưa thống nhất nguồn gốc đất', unit: 'Phòng Kinh tế xã', due: ['15/12/2025', '2025-12-15'] },
  { code: '8031764', name: 'Khu tái định cư ấp Mỹ Phú', area: 2.1, households: 35, inventoried: 35, approved: 35, paid: 31, handedOver: 31, resettled: 0, graves: 0, compensation: 12_300_000_000n, compensated: 11_020_000_000n, blocker: '04 hộ không nhận tiền', unit: 'Trung tâm Phát triển quỹ đất', due: ['30/11/2025', '2025-11-30'] },
  { code: '8032206', name: 'Trạm biến áp 110kV Mỹ Phú và đường dây', area: 0.86, households: 21, inventoried: 9, approved: 0, paid: 0, handedOver: 0, resettled: 2, graves: 5, compensation: 6_740_000_000n, compensated: 0n, blocker: 'Chưa duyệt giá đất cụ thể', unit: 'Sở Nông nghiệp và Môi trường', due: ['31/01/2026', '2026-01-31'] },
  { code: '8033988', name: 'Mở rộng Trường THCS Mỹ Phú', area: 0.35, households: 6, inventoried: 6, approved: 6, paid: 6, handedOver: 6, resettled: 0, graves: 1, compensation: 1_925_500_000n, compensated: 1_925_500_000n, blocker: '', unit: '', due: ['', ''] },
];

export const communeLandClearance: Layout = {
  name: '17-commune-land-clearance',
  build: () => workbook({ 'Tiến độ GPMB': table }),
  expected: {
    kinds: ['land-clearance'],
    asOf: '2025-11-20',
    planYear: 2025,
    landClearance: ROWS.map((row) => ({
      code: row.code,
      name: row.name,
      households: row.households,
      inventoried: row.inventoried,
      approved: row.approved,
      paid: row.paid,
      handedOver: row.handedOver,
      graves: row.graves,
      compensation: row.compensation.toString(),
      compensated: row.compensated.toString(),
      blocker: row.blocker || null,
      responsibleUnit: row.unit || null,
      due: row.due[1] || null,
    })),
  },
};

function table(paper: Paper): void {
  paper.row('UBND XÃ MỸ PHÚ ĐÔNG');
  paper.row('PHÒNG KINH TẾ');
  paper.row('BÁO CÁO TIẾN ĐỘ BỒI THƯỜNG, HỖ TRỢ, TÁI ĐỊNH CƯ CÁC DỰ ÁN TRÊN ĐỊA BÀN XÃ NĂM 2025');
  paper.row('(Báo cáo ngày 24/11/2025, số liệu chốt 20/11/2025)');
  paper.merge('A3:Q3', 'A4:Q4');
  // prettier-ignore
  paper.cells({ A: 'STT', B: 'Tên dự án', C: 'Mã dự án', D: 'Diện tích thu hồi (ha)', E: 'Số hộ bị ảnh hưởng (hộ)', K: 'Số mộ di dời (ngôi)', L: 'Kinh phí bồi thường, hỗ trợ (triệu đồng)', N: 'Khó khăn, vướng mắc', O: 'Đơn vị chịu trách nhiệm', P: 'Thời hạn hoàn thành', Q: 'Ghi chú' });
  paper.cells({
    E: 'Tổng số hộ',
    F: 'Trong đó',
    J: 'Số hộ đủ điều kiện tái định cư',
    L: 'Theo phương án được duyệt',
    M: 'Đã chi trả',
  });
  paper.cells({
    F: 'Đã kiểm đếm',
    G: 'Đã phê duyệt phương án',
    H: 'Đã nhận tiền',
    I: 'Đã bàn giao mặt bằng',
  });
  // prettier-ignore
  paper.merge(
    'E5:J5', 'E6:E7', 'F6:I6', 'J6:J7', 'L5:M5', 'L6:L7', 'M6:M7',
    ...['A', 'B', 'C', 'D', 'K', 'N', 'O', 'P', 'Q'].map((column) => `${column}5:${column}7`),
  );
  paper.row(null, 'TỔNG CỘNG', null, ...amounts(ROWS));
  ROWS.forEach((row, index) => {
    paper.row(
      index + 1,
      row.name,
      row.code,
      ...amounts([row]),
      row.blocker || null,
      row.unit || null,
      row.due[0] || null,
    );
  });
}

function amounts(rows: readonly Row[]): number[] {
  const total = (value: (row: Row) => number): number => rows.reduce((all, row) => all + value(row), 0);
  return [
    Number(total((row) => row.area).toFixed(2)),
    total((row) => row.households),
    total((row) => row.inventoried),
    total((row) => row.approved),
    total((row) => row.paid),
    total((row) => row.handedOver),
    total((row) => row.resettled),
    total((row) => row.graves),
    total((row) => inMillions(row.compensation)),
    total((row) => inMillions(row.compensated)),
  ];
}
