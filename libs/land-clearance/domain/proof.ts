import type { ProofView } from '@thongvon/api-contract';
import { formatPlainDate, plainDate } from '@thongvon/kernel';

/** What proves an action: a document by number and date, a cell of a return, a file; any of them together. */
export type Proof = Pick<ProofView, keyof ProofView>;

/** What it points to, in words, for wherever there is room for words only: "12/BB-UBND ngày 22/06/2023; tệp bien-ban.pdf". */
export function proofInWords({ documentNumber, documentDate, source, file }: Proof): string {
  const document = [
    ...(documentNumber === null ? [] : [documentNumber]),
    ...(documentDate === null ? [] : [`ngày ${formatPlainDate(plainDate(documentDate))}`]),
  ];
  return [
    ...(document.length > 0 ? [document.join(' ')] : []),
    ...(source ? [`ô ${source.cell} trang ${source.sheet}`] : []),
    ...(file ? [`tệp ${file.name}`] : []),
  ].join('; ');
}
