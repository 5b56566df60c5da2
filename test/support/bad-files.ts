import { CFB } from '@e965/xlsx';
import { Workbook, type CellValue } from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { alteredWorkbook } from './altered-workbook';
import { demoWorkbook } from './district';

const WEEKLY = 'board-weekly-2023-06-21';
const MIB = 1024 * 1024;

interface CompoundFiles {
  utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Uint8Array): void };
  write(container: object, options: { type: 'buffer' }): Uint8Array;
}

/** The board's return of 21/6/2023 with some cells changed, by their names or by what they say. */
const weeklyWith = (change: (value: CellValue, cell: string) => CellValue | undefined): Promise<Buffer> =>
  demoWorkbook(WEEKLY).then((bytes) => alteredWorkbook(bytes, (value, _, cell) => change(value, cell)));

/** Files that people send by mistake. */
export const badFiles = {
  notAWorkbook: () => Promise.resolve(Buffer.from('Kính gửi UBND huyện: báo cáo giải ngân đính kèm.')),

  nothing: () => Promise.resolve(Buffer.alloc(0)),

  async blankWorkbook(): Promise<Buffer> {
    const book = new Workbook();
    book.addWorksheet('Sheet1');
    return Buffer.from(await book.xlsx.writeBuffer());
  },

  async otherTable(): Promise<Buffer> {
    const book = new Workbook();
    book.addWorksheet('Lịch trực').addRows([
      ['Ngày', 'Người trực', 'Điện thoại'],
      ['Thứ hai', 'Tổ 1', '101'],
    ]);
    return Buffer.from(await book.xlsx.writeBuffer());
  },

  /** As Excel saves a workbook with a password: the encrypted package in a compound file. */
  withPassword(): Promise<Buffer> {
    const files = CFB as CompoundFiles;
    const container = files.utils.cfb_new();
    files.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(224));
    files.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(8 * 1024).fill(0xa5));
    return Promise.resolve(Buffer.from(files.write(container, { type: 'buffer' })));
  },

  async brokenOff(): Promise<Buffer> {
    const whole = await demoWorkbook(WEEKLY);
    return whole.subarray(0, Math.floor(whole.length * 0.6));
  },

  async withAFlippedByte(): Promise<Buffer> {
    const bytes = Buffer.from(await demoWorkbook(WEEKLY));
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 100;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    return bytes;
  },

  /** A few kilobytes that unpack to 16 MB. */
  swelling: () =>
    Promise.resolve(
      Buffer.from(
        zipSync({
          '[Content_Types].xml': strToU8('<Types/>'),
          'xl/workbook.xml': strToU8(' '.repeat(16 * MIB)),
        }),
      ),
    ),

  tooLarge: () => Promise.resolve(Buffer.alloc(25 * MIB, 'x')),

  withAWordForAnAmount: () => weeklyWith((_, cell) => (cell === 'J55' ? 'ba tỷ rưỡi' : undefined)),

  withoutADate: () =>
    weeklyWith((value) =>
      typeof value === 'string' && value.includes('21/6/2023')
        ? value.replace(/\(Số liệu đến ngày.*\)| đến 21\/6\/2023/, '')
        : undefined,
    ),

  withoutAUnit: () => weeklyWith((value) => (value === 'ĐVT: triệu đồng' ? '' : undefined)),

  /** A project whose name is in the register under another code. */
  withAnotherCode: () => weeklyWith((value) => (value === '7806673' ? '7806637' : undefined)),

  /** A project that nobody knows, and its own left out. */
  withAnUnknownProject: () =>
    weeklyWith((value) => {
      if (value === '7806673') return '7999123';
      return value === 'Đập dâng Đồng Tiến' ? 'Trạm bơm Bình Tứ' : undefined;
    }),
} as const satisfies Record<string, () => Promise<Buffer>>;

export type BadFile = keyof typeof badFiles;
