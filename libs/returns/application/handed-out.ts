import { zipSync } from 'fflate';
import { Problem } from '@thongvon/platform';
import type { KeptFile } from '../persistence/files-of-return';

/** A file that is handed out. */
export interface NamedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A kept file as it came. Throws FILE-NOT-KEPT for what was no workbook. */
export function asItCame({ fileName, bytes, whole }: KeptFile): NamedFile {
  if (!whole) throw fileNotKept();
  return { fileName, bytes };
}

/** Files of one return in an archive that packs nothing; those of one name are numbered. */
export function archiveOf(fileName: string, files: readonly NamedFile[], at: Date): NamedFile {
  const entries = new Map<string, Uint8Array>();
  for (const file of files) {
    let name = file.fileName;
    for (let number = 2; entries.has(name); number += 1) name = numbered(file.fileName, ` (${number})`);
    entries.set(name, file.bytes);
  }
  const archive = zipSync(Object.fromEntries(entries), { level: 0, mtime: at });
  return { fileName: `${fileName}.zip`, bytes: Buffer.from(archive) };
}

/** "bao-cao.xlsm" becomes "bao-cao (có macro).xlsm": no file with macros is handed on without a word. */
export const saidToHaveMacros = (file: NamedFile): NamedFile => ({
  ...file,
  fileName: numbered(file.fileName, ' (có macro)'),
});

/** With something added before what the name ends in. */
const numbered = (fileName: string, added: string): string => fileName.replace(/(?=\.[^.]*$)|$/, added);

function fileNotKept(): Problem {
  return new Problem(
    404,
    'FILE-NOT-KEPT',
    'Tệp này không phải bảng tính nên hệ thống không lưu nội dung, chỉ lưu mã băm SHA-256 và kích thước.',
    'This file is no workbook: its content was not kept, only its SHA-256 and size.',
  );
}

export const noSuchFile = (): Problem =>
  new Problem(
    404,
    'FILE-NOT-FOUND',
    'Báo cáo không có tệp thứ này.',
    'The return has no file of this number.',
  );
