// The libraries alone: a file's bytes to all of its cells, and nothing done with them.
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

/** Dense, which is its fastest. */
export const readWithSheetJs = (bytes) => XLSX.read(bytes, { type: 'buffer', dense: true });

export const readWithExcelJs = (bytes) => new ExcelJS.Workbook().xlsx.load(bytes);
