import type { WorkbookModel } from '@thongvon/workbook-io';
import { Findings } from './findings';
import { assemble } from './assemble';
import { contextOfReturn } from './return-context';
import { acceptFindings } from './accepted';
import { capFindings } from './capped';
import { reportOtherTables } from './checks/other-tables';
import { withEffects, type ReadOutcome } from './effects';
import { toUnicode } from './legacy-text/to-unicode';
import { typeTables } from './type-tables';
import type { ReadingOptions } from './options';
import type { Reading } from './reading';
import { surveyWorkbook } from './survey';
import { underWords } from './vocabulary/added-words';

/**
 * Reads a return: finds its tables, what their columns and rows mean, and every amount with its cell. Never guesses
 * silently: what can be understood in two ways is a question among the findings, and a mistake is an error at its
 * cell. Pure, and linear in the cells of the workbook.
 */
export function readWorkbook(given: WorkbookModel, options: ReadingOptions = {}): Reading {
  return underWords(options.words ?? [], () => {
    const outcome = read(given, options);
    const findings = withEffects(outcome, cellsOf(given), options, (taken) => read(given, taken));
    return { ...outcome.reading, findings: capFindings(findings) };
  });
}

function read(given: WorkbookModel, options: ReadingOptions): ReadOutcome {
  const findings = new Findings();
  const model = toUnicode(given, findings);
  const survey = surveyWorkbook(model, options, findings);
  for (const sheet of survey) reportOtherTables(sheet, findings);
  const context = contextOfReturn(survey, model, options);
  const tables = typeTables(survey, context, options, findings);
  const reading = assemble(survey, context, tables, model, options, findings);
  return { reading: { ...reading, findings: acceptFindings(findings.list, options) }, tables };
}

function cellsOf({ sheets }: WorkbookModel): number {
  return sheets.reduce((sum, { rows }) => rows.reduce((cells, row) => cells + row.cells.length, sum), 0);
}
