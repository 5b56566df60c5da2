import type { Severity } from '@thongvon/return-reader';

/** Who signs the notes. */
export const AUTHOR = 'Thông Vốn';

/** A sign that tells severities apart without colour, and what the reader of it has to do. */
export const SEVERITY_TEXTS: Readonly<
  Record<Severity, { sign: string; name: string; todo: string; todoEn: string }>
> = {
  error: { sign: '✖', name: 'LỖI', todo: 'phải sửa', todoEn: 'must be mended' },
  question: {
    sign: '?',
    name: 'CÂU HỎI',
    todo: 'phải trả lời hoặc sửa',
    todoEn: 'must be answered or mended',
  },
  warning: { sign: '▲', name: 'CẢNH BÁO', todo: 'nên xem lại', todoEn: 'should be looked at' },
  info: { sign: 'i', name: 'THÔNG TIN', todo: 'để biết', todoEn: 'for your information' },
};

export const LIST_TEXTS = {
  sheet: 'Phát hiện',
  title: 'CÁC PHÁT HIỆN KHI ĐỌC BÁO CÁO / FINDINGS',
  file: (name: string) => `Tệp / File: ${name}`,
  none: 'Không có phát hiện nào. / Nothing was found.',
  howTo:
    'Bấm vào tên ô để đến ô đó; sửa ngay trong tệp này rồi nạp lại. / Click a cell to go there; mend it in this very file and upload it again.',
  onlyList: [
    'Tệp gốc không đánh dấu trực tiếp được (chỉ đánh dấu được .xlsx và .xlsm), nên tệp này chỉ liệt kê các phát hiện.',
    'The original can not be marked itself (only .xlsx and .xlsm can), so this file only lists the findings.',
  ],
  columns: [
    'Mã',
    'Mức độ',
    'Trang tính',
    'Ô',
    'Giá trị',
    'Nội dung và cách sửa',
    'What it is and how to mend it',
  ],
} as const;

/** "3 lỗi ✖ phải sửa · …", for the severities that occur. */
export function legendOf(counts: ReadonlyMap<Severity, number>): string {
  return [...counts]
    .map(([severity, count]) => {
      const { sign, name, todo, todoEn } = SEVERITY_TEXTS[severity];
      return `${sign} ${count} ${name.toLowerCase()} (${todo} / ${todoEn})`;
    })
    .join(' · ');
}
