import { loadSheetJs, openWorkbook, packJson, serveReadings } from '@thongvon/workbook-io';
import type { ReadingOptions } from './model/options';
import { readWorkbook } from './read-workbook';

/** What a process of the reading pool runs: a workbook's bytes in, a reading out, packed. */
loadSheetJs();
serveReadings((bytes, options: ReadingOptions) => packJson(readWorkbook(openWorkbook(bytes), options)));
