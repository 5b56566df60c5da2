import type { FindingView } from '@thongvon/api-contract';
import type { BadFile } from './bad-files';

/** What is found in a bad file: where, and what its two texts must say of the place or limit and of what to do. */
export interface Expected {
  readonly finding: Pick<FindingView, 'code' | 'severity' | 'sheet' | 'cell'>;
  readonly vi: RegExp;
  readonly en: RegExp;
  /** What a person may choose from. */
  readonly choices?: readonly string[];
}

export const wholeFile = { severity: 'error', sheet: null, cell: null } as const;

/** Files that can't be read as a return: nothing of them is kept but the file and why it was refused. */
export const UNREADABLE: Partial<Record<BadFile, Expected>> = {
  notAWorkbook: {
    finding: { code: 'RET-NOT-A-RETURN', ...wholeFile },
    vi: /không phải là bảng tính Excel.*Hãy lưu lại/,
    en: /no Excel workbook.*Save it/,
  },
  nothing: {
    finding: { code: 'RET-NOT-A-RETURN', ...wholeFile },
    vi: /không phải là bảng tính Excel.*Hãy lưu lại/,
    en: /no Excel workbook.*Save it/,
  },
  blankWorkbook: {
    finding: { code: 'RET-NOT-A-RETURN', ...wholeFile },
    vi: /Không thấy bảng nào.*Hãy dùng biểu mẫu/,
    en: /No table.*Use the blank return/,
  },
  otherTable: {
    finding: { code: 'RET-NOT-A-RETURN', ...wholeFile },
    vi: /Không thấy bảng nào.*Hãy dùng biểu mẫu/,
    en: /No table.*Use the blank return/,
  },
  withPassword: {
    finding: { code: 'RET-PASSWORD', ...wholeFile },
    vi: /đặt mật khẩu. Hãy bỏ mật khẩu/,
    en: /protected by a password. Remove it/,
  },
  brokenOff: {
    finding: { code: 'RET-DAMAGED', ...wholeFile },
    vi: /bị hỏng.*Hãy mở bằng Excel, lưu thành tệp mới/,
    en: /damaged.*Open it in Excel, save it as a new file/,
  },
  withAFlippedByte: {
    finding: { code: 'RET-DAMAGED', ...wholeFile },
    vi: /bị hỏng.*Hãy mở bằng Excel, lưu thành tệp mới/,
    en: /damaged.*Open it in Excel, save it as a new file/,
  },
  swelling: {
    finding: { code: 'RET-LIMIT', ...wholeFile },
    vi: /nén trong tệp lớn.*Hãy chép bảng sang tệp Excel mới/,
    en: /packed in the file is unusually large.*Copy the table to a new Excel file/,
  },
};

/** Returns with a mistake that any reader of the file can see. */
export const MISTAKEN: Partial<Record<BadFile, Expected>> = {
  withAWordForAnAmount: {
    finding: { code: 'RET-AMOUNT-NOT-A-NUMBER', severity: 'error', sheet: 'Giải ngân', cell: 'J55' },
    vi: /Ô J55 ghi “ba tỷ rưỡi”.*Hãy gõ số tiền/,
    en: /Cell J55 says “ba tỷ rưỡi”.*Type the amount/,
  },
  withoutADate: {
    finding: { code: 'RET-DATE-UNKNOWN', severity: 'question', sheet: null, cell: null },
    vi: /ngày nào. Hãy ghi “Số liệu đến ngày …” dưới tiêu đề/,
    en: /which day.*Write “Số liệu đến ngày …” under the title/,
  },
  withoutAUnit: {
    finding: { code: 'RET-UNIT-UNKNOWN', severity: 'question', sheet: 'Giải ngân', cell: 'E8' },
    vi: /trang “Giải ngân” không ghi đơn vị tính. Hãy ghi “Đơn vị tính: …” phía trên bảng/,
    en: /sheet “Giải ngân” does not state its unit. Write “Đơn vị tính: …” above it/,
  },
};

/** Where plans are known, they say the unit of the sheet that repeats them (ADR 0199); that of land clearance is asked all the same. */
export const PLANS_KNOWN: Partial<Record<BadFile, Expected>> = {
  withoutAUnit: {
    finding: { code: 'RET-UNIT-UNKNOWN', severity: 'question', sheet: 'GPMB', cell: 'K8' },
    vi: /trang “GPMB” không ghi đơn vị tính. Hãy ghi “Đơn vị tính: …” phía trên bảng/,
    en: /sheet “GPMB” does not state its unit. Write “Đơn vị tính: …” above it/,
  },
};

/** Returns that only the register of projects shows to be wrong. */
export const UNKNOWN: Partial<Record<BadFile, Expected>> = {
  withAnotherCode: {
    finding: { code: 'RET-PROJECT-UNKNOWN', severity: 'question', sheet: 'Giải ngân', cell: 'B55' },
    vi: /“Đập dâng Đồng Tiến” có phải là dự án.*Hãy chọn/,
    en: /Is “Đập dâng Đồng Tiến” one of these projects.*Choose one/,
    choices: ['7806673 · Đập dâng Đồng Tiến', 'Dự án khác, chưa có trong danh mục'],
  },
  withAnUnknownProject: {
    finding: { code: 'RET-PROJECT-UNKNOWN', severity: 'question', sheet: 'Giải ngân', cell: 'B55' },
    vi: /“Trạm bơm Bình Tứ”\) chưa có trong danh mục và chưa quyết định giao vốn nào nêu.*hãy sửa rồi nạp lại/,
    en: /“Trạm bơm Bình Tứ”\) isn't in the register, and no plan names it.*mend it and upload again/,
    choices: ['Đúng: dự án mới của đơn vị, chưa được giao kế hoạch vốn'],
  },
};

/** The files with what is expected of each, for `it.each`. */
export const each = (files: Partial<Record<BadFile, Expected>>): [BadFile, Expected][] =>
  Object.entries(files) as [BadFile, Expected][];

/** The finding is among them, at its cell, with texts that say what to do. */
export function expectFinding(
  findings: readonly FindingView[],
  { finding, vi, en, choices }: Expected,
): void {
  const found = findings.find(
    ({ code, sheet, cell }) => code === finding.code && sheet === finding.sheet && cell === finding.cell,
  );
  expect(found).toMatchObject({
    ...finding,
    message: expect.stringMatching(vi),
    messageEn: expect.stringMatching(en),
  });
  if (choices) expect(found?.choices?.map(({ label }) => label)).toEqual(choices);
}
