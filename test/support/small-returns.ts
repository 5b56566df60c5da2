import { Workbook, type CellValue } from 'exceljs';

/** A project's row of a made-up table: amounts in million đồng by the columns asked for. */
export interface SmallRow {
  readonly code: string;
  readonly name: string;
  readonly source?: string;
  readonly planned?: number;
  readonly completed?: number;
  readonly advance?: number;
  readonly carriedOver?: number;
  /** What will be disbursed by 31/1 of the next year. */
  readonly estimate?: number;
}

/** A row of a made-up clearance table: households and a blocker. */
export interface SmallClearanceRow {
  readonly code: string;
  readonly name: string;
  readonly households: number;
  readonly handedOver: number;
  readonly blocker?: { readonly text: string; readonly unit: string; readonly due: string };
}

type Rows = readonly (readonly CellValue[])[];

/** A plan decision with sources as rows, of `owner`. `day` as dd/mm/yyyy. */
export function planTable(
  number: string,
  day: string,
  owner: string,
  rows: readonly SmallRow[],
): Promise<Buffer> {
  return book('Phụ lục', [
    ['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    [`(Kèm theo Quyết định số ${number} ngày ${day} của UBND huyện)`],
    ['', '', '', '', '', 'ĐVT: triệu đồng'],
    [
      'STT',
      'Mã dự án',
      'Tên dự án',
      'Chủ đầu tư',
      'Nguồn vốn',
      'Kế hoạch vốn năm 2023',
      'Kế hoạch vốn kéo dài',
    ],
    ...rows.map(({ code, name, source, planned, carriedOver }, i) => [
      i + 1,
      code,
      name,
      owner,
      source ?? '',
      planned ?? null,
      carriedOver ?? null,
    ]),
  ]);
}

/** A board's weekly table, by source where rows name one. `day` as dd/mm/yyyy; its year is the plan year. */
export function weeklyTable(day: string, rows: readonly SmallRow[]): Promise<Buffer> {
  return book('Giải ngân', [
    [`BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM ${yearOf(day)}`],
    [`(Số liệu đến ngày ${day})`],
    ['', '', '', '', '', 'ĐVT: triệu đồng'],
    [
      'STT',
      'Mã dự án',
      'Danh mục dự án',
      'Nguồn vốn',
      `Kế hoạch vốn năm ${yearOf(day)}`,
      'Thanh toán KLHT',
      'Tạm ứng',
      'Lũy kế giải ngân',
      `Ước giải ngân đến 31/01/${Number(yearOf(day)) + 1}`,
    ],
    ...rows.map(({ code, name, source, planned, completed = 0, advance = 0, estimate }, i) => [
      i + 1,
      code,
      name,
      source ?? '',
      planned ?? null,
      completed,
      advance,
      completed + advance,
      estimate ?? null,
    ]),
  ]);
}

/** The Treasury's statement. */
export function treasuryTable(day: string, rows: readonly SmallRow[]): Promise<Buffer> {
  return book('KBNN', [
    ['KHO BẠC NHÀ NƯỚC THĂNG BÌNH'],
    [`TÌNH HÌNH THANH TOÁN VỐN ĐẦU TƯ CÔNG NĂM ${yearOf(day)}`],
    [`Lũy kế từ đầu năm đến ngày ${day}`],
    ['', '', '', '', '', '', 'Đơn vị: triệu đồng'],
    [
      'STT',
      'Mã dự án',
      'Tên dự án',
      'Nguồn vốn',
      'Kế hoạch vốn được giao',
      'Thanh toán khối lượng hoàn thành',
      'Tạm ứng chưa thu hồi',
      'Tổng số thanh toán',
    ],
    ...rows.map(({ code, name, source, planned, completed = 0, advance = 0 }, i) => [
      i + 1,
      code,
      name,
      source ?? '',
      planned ?? null,
      completed,
      advance,
      completed + advance,
    ]),
  ]);
}

/** A land-clearance table. */
export function clearanceTable(day: string, rows: readonly SmallClearanceRow[]): Promise<Buffer> {
  return book('GPMB', [
    ['TÌNH HÌNH BỒI THƯỜNG, GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN'],
    [`(Số liệu đến ngày ${day})`],
    [
      'STT',
      'Dự án',
      'Mã dự án',
      'Tổng số hộ ảnh hưởng',
      'Số hộ đã bàn giao mặt bằng',
      'Khó khăn, vướng mắc',
      'Cơ quan chủ trì xử lý',
      'Thời hạn hoàn thành',
    ],
    ...rows.map(({ code, name, households, handedOver, blocker }, i) => [
      i + 1,
      name,
      code,
      households,
      handedOver,
      blocker?.text ?? '',
      blocker?.unit ?? '',
      blocker?.due ?? '',
    ]),
  ]);
}

const yearOf = (day: string): string => day.slice(-4);

async function book(sheet: string, rows: Rows): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
