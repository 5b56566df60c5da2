import { Workbook, type CellValue } from 'exceljs';

/** The same workbook with some cells changed: `change` gives the new value, or undefined to leave a cell as it is. */
export async function alteredWorkbook(
  bytes: Buffer,
  change: (value: CellValue, sheet: string, cell: string) => CellValue | undefined,
): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = change(cell.value, sheet.name, cell.address);
        if (value !== undefined) cell.value = value;
      });
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The same workbook with another date, as its texts write it. */
export const withDate = (bytes: Buffer, from: string, to: string): Promise<Buffer> =>
  alteredWorkbook(bytes, (value) =>
    typeof value === 'string' && value.includes(from) ? value.replace(from, to) : undefined,
  );
