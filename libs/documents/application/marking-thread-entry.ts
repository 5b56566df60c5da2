import { markWorkbook, serveReadings, type Marking } from '@thongvon/workbook-io';

/** What a process that marks workbooks runs: a workbook's bytes and its marks in, the marked workbook out. */
serveReadings((bytes, marking: Marking) => markWorkbook(bytes, marking));
