import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '@thongvon/workbook-io';
import { exitCodeOf } from './return-reader';
import { readWorkbook } from './read-workbook';
import { type AddedWord } from './vocabulary/phrase-book';
import { missingFrom } from './testing/compare';

const FOLDER = path.resolve(__dirname, '../../test/fixtures/returns');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.xlsx'))
  .map((file) => file.replace('.xlsx', ''));

interface Expected {
  exit: number;
  findings?: unknown[];
}

describe('the sample returns', () => {
  it.each(NAMES)('%s reads as its expected.json says', (name) => {
    const reading = readWorkbook(openWorkbook(readFileSync(path.join(FOLDER, `${name}.xlsx`))));
    const { exit, findings, ...expected } = JSON.parse(
      readFileSync(path.join(FOLDER, `${name}.expected.json`), 'utf8'),
    ) as Expected;
    const complaints = reading.findings.filter((f) => f.severity === 'error' || f.severity === 'question');
    if (exit === 0) expect(complaints).toEqual([]);
    expect(missingFrom(reading, { ...expected, findings: findings ?? [] })).toEqual([]);
    expect(exitCodeOf(reading)).toBe(exit);
  });

  it.each(NAMES)('%s is read the same beside words that it does not hold', (name) => {
    const model = openWorkbook(readFileSync(path.join(FOLDER, `${name}.xlsx`)));
    const words: AddedWord[] = [
      { kind: 'caption', meaning: 'disbursed', phrase: 'số vốn đã rút' },
      { kind: 'unit', meaning: 'thousand-dong', phrase: 'ngàn bạc' },
      { kind: 'source', meaning: 'oda', phrase: 'quỹ sông xanh' },
    ];
    expect(readWorkbook(model, { words })).toEqual(readWorkbook(model));
  });
});
