import type { Finding, FindingCode } from '@thongvon/return-reader';
import { columnOf } from './settling';

type Words = (places: number, where: Where) => readonly [vi: string, en: string];

interface Where {
  /** " của cột E", where all are of one column. */
  readonly vi: string;
  readonly en: string;
}

/** What several places of one cause are called; the rest is said by the message of the first. */
const SEVERAL: Readonly<Partial<Record<FindingCode, Words>>> = {
  'RET-AMOUNT-NOT-A-NUMBER': (n, at) => [
    `${n} ô${at.vi} không phải là số`,
    `${n} cells${at.en} are no numbers`,
  ],
  'RET-AMOUNT-AMBIGUOUS': (n, at) => [
    `${n} ô${at.vi} là chữ, đọc được nhiều cách: chọn một cách cho cả ${n} ô`,
    `${n} cells${at.en} are text that can be read in several ways: one way for all`,
  ],
  'RET-AMOUNT-NEGATIVE': (n, at) => [`${n} ô${at.vi} là số âm`, `${n} cells${at.en} are negative`],
  'RET-CELL-ERROR': (n, at) => [
    `${n} ô${at.vi} báo lỗi của Excel`,
    `${n} cells${at.en} show an error of Excel`,
  ],
  'RET-FORMULA-WITHOUT-VALUE': (n, at) => [
    `${n} ô${at.vi} có công thức chưa tính`,
    `${n} formulas${at.en} without a value`,
  ],
  'RET-FORMULA-COMPUTED': (n, at) => [
    `${n} công thức${at.vi} đã tính lại`,
    `${n} formulas${at.en} computed again`,
  ],
  'RET-UNIT-TYPED': (n, at) => [
    `${n} ô${at.vi} ghi kèm đơn vị; hệ thống đọc theo đơn vị ấy`,
    `${n} cells${at.en} say their own unit, by which they are read`,
  ],
  'RET-OVER-PLAN': (n) => [
    `${n} dự án giải ngân vượt kế hoạch: vì sao?`,
    `${n} projects are over their plan: why?`,
  ],
  'RET-PROJECT-REPEATED': (n) => [`${n} dự án ghi hai lần`, `${n} projects stand twice`],
  'RET-PROJECT-CODE': (n) => [`${n} mã dự án cần xem lại`, `${n} project codes are worth a look`],
  'RET-PROJECT-UNKNOWN': (n) => [
    `${n} dự án chưa có trong danh mục`,
    `${n} projects are not in the register`,
  ],
  'RET-PROJECT-MISSING': (n) => [
    `${n} dự án kỳ trước có, kỳ này không có: vì sao?`,
    `${n} projects of the return before are not in this one: why?`,
  ],
  'RET-PROJECT-NAME': (n) => [`${n} dòng thiếu tên dự án`, `${n} rows name no project`],
  'RET-PROJECT-NOT-YOURS': (n) => [`${n} dự án của đơn vị khác`, `${n} projects of another office`],
  'RET-ROW-UNCLEAR': (n) => [`${n} dòng chưa rõ là gì`, `${n} rows are not clear`],
  'RET-RATE-DIFFERS': (n, at) => [
    `${n} tỷ lệ${at.vi} khác số tính lại; hệ thống dùng số tính lại`,
    `${n} rates${at.en} differ from what they come to, which is used`,
  ],
  'RET-IDENTITY-DIFFERS': (n) => [
    `${n} dòng cộng thành phần không khớp`,
    `${n} rows differ from their parts`,
  ],
  'RET-TOTAL-DIFFERS': (n, at) => [
    `${n} dòng tổng${at.vi} không khớp các dòng`,
    `${n} totals${at.en} differ from their rows`,
  ],
  'RET-TOTAL-ROUNDING': (n, at) => [
    `${n} dòng tổng${at.vi} lệch do làm tròn`,
    `${n} totals${at.en} differ by rounding`,
  ],
  'RET-CUMULATIVE-FELL': (n) => [
    `${n} dự án có lũy kế giảm so với kỳ trước: vì sao?`,
    `${n} projects fell against the return before: why?`,
  ],
  'RET-RATE-JUMPED': (n) => [`${n} dự án tăng đột biến: vì sao?`, `${n} projects grew suddenly: why?`],
  'RET-PLAN-DIFFERS': (n) => [
    `${n} dự án có kế hoạch khác sổ kế hoạch`,
    `${n} projects state another plan than the ledger`,
  ],
  'RET-SOURCE-UNPLANNED': (n) => [
    `${n} nguồn vốn chưa có trong kế hoạch`,
    `${n} sources are not in the plan`,
  ],
  'RET-CLEARANCE-ORDER': (n) => [
    `${n} chỗ số mặt bằng không theo thứ tự`,
    `${n} numbers of land clearance out of order`,
  ],
  'RET-BLOCKER-VANISHED': (n) => [
    `${n} vướng mắc không còn nêu: đã xong chưa?`,
    `${n} blockers are no longer named: are they settled?`,
  ],
  'RET-SHEET-IGNORED': (n) => [`${n} trang không nhập`, `${n} sheets are not read`],
  'RET-HIDDEN': (n) => [`${n} chỗ có dòng, cột hoặc trang ẩn`, `${n} hidden rows, columns or sheets`],
  'RET-COLUMN-UNKNOWN': (n) => [`${n} cột không nhập`, `${n} columns are not read`],
};

/** What a cause is called: its one finding's message, or how many there are of what. */
export function titleOf(own: readonly Finding[], places: number): { title: string; titleEn: string } {
  const [first] = own;
  if (first === undefined) return { title: '', titleEn: '' };
  const { message, messageEn, code } = first;
  if (places === 1) return { title: message, titleEn: messageEn };
  const columns = new Set(own.map(columnOf));
  const [column] = columns;
  const where =
    columns.size === 1 && column !== undefined
      ? { vi: ` ở cột ${column}`, en: ` of column ${column}` }
      : { vi: '', en: '' };
  const [vi, en] = SEVERAL[code]?.(places, where) ?? [
    `${places} chỗ: ${message}`,
    `${places} places: ${messageEn}`,
  ];
  return { title: vi, titleEn: en };
}
