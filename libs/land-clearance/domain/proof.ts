import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { CellRef } from '@thongvon/return-reader';

/** What proves an action: a document by number and date, a cell of a return, a file; any of them together. */
export interface Proof {
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly source: SourceCell | null;
  /** A file that was uploaded for the project. */
  readonly file: ProofFile | null;
}

/** With what a picture says of itself, where it was kept with that. */
interface ProofFile {
  readonly id: string;
  readonly name: string;
  readonly takenOn?: PlainDate | null;
  readonly takenTime?: string | null;
  readonly latitude?: string | null;
  readonly longitude?: string | null;
}

/** A cell of a return. */
export interface SourceCell extends CellRef {
  readonly returnId: string;
}

/** What it points to, in words, for wherever there is room for words only: "12/BB-UBND ngày 22/06/2023; tệp bien-ban.pdf". */
export function proofInWords({ documentNumber, documentDate, source, file }: Proof): string {
  const document = [
    ...(documentNumber === null ? [] : [documentNumber]),
    ...(documentDate === null ? [] : [`ngày ${formatPlainDate(documentDate)}`]),
  ];
  return [
    ...(document.length > 0 ? [document.join(' ')] : []),
    ...(source ? [`ô ${source.cell} trang ${source.sheet}`] : []),
    ...(file ? [`tệp ${file.name}`] : []),
  ].join('; ');
}

/** Data: how a PDF, a JPEG or PNG picture, and a .docx or .xlsx (a zip) begin. */
const BEGINNINGS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x50, 0x4b, 0x03, 0x04],
];

/** Whether the bytes are of a kind that offices keep as evidence, by how they begin, whatever the name says. */
export function isEvidenceFile(bytes: Uint8Array): boolean {
  return BEGINNINGS.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}
