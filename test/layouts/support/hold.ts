import { plainDate } from '@thongvon/kernel';
import {
  exitCodeOf,
  readWorkbook,
  refusedReading,
  type AddedWord,
  type Reading,
  type ReadingOptions,
} from '@thongvon/return-reader';
import { openWorkbook, WorkbookRefused } from '@thongvon/workbook-io';
import { differencesOf, type Difference } from './differences';
import type { ExpectedReading } from './layout';

/** `right`: as expected, nothing asked. `refused`: a finding stops it. `wrong`: differs, and nothing stops it. */
export type Verdict = 'right' | 'refused' | 'wrong';

export interface Judgement {
  readonly verdict: Verdict;
  /** What comes of it once a person has answered the questions of date, year and decision, as they must before submitting. */
  readonly onceAnswered: Verdict;
  /** "RET-CODE Sheet!A1" of each error and question. */
  readonly reasons: readonly string[];
  /** Values that aren't as a person reads them, after those answers. */
  readonly differences: readonly Difference[];
}

/** Words of an installation that stand in none of the layouts: they change nothing in how one is read. */
const STRANGE_WORDS: readonly AddedWord[] = [
  { kind: 'caption', meaning: 'disbursed', phrase: 'số vốn đã rút' },
  { kind: 'caption', meaning: 'name', phrase: 'tên việc làm' },
  { kind: 'unit', meaning: 'thousand-dong', phrase: 'ngàn bạc' },
  { kind: 'source', meaning: 'oda', phrase: 'quỹ sông xanh' },
];

/** Reads a workbook through the public functions and holds what they give against what it says. */
export function hold(bytes: Uint8Array, expected: ExpectedReading): Judgement {
  const reading = read(bytes);
  const answered = read(bytes, { ...answersTo(reading, expected), words: STRANGE_WORDS });
  return {
    verdict: verdictOn(reading, expected),
    onceAnswered: verdictOn(answered, expected),
    reasons: reading.findings
      .filter(({ severity }) => severity === 'error' || severity === 'question')
      .map(({ code, sheet, cell }) => `${code} ${sheet ?? ''}!${cell ?? ''}`),
    differences: differencesOf(answered, expected),
  };
}

function read(bytes: Uint8Array, options?: ReadingOptions): Reading {
  try {
    return readWorkbook(openWorkbook(bytes), options);
  } catch (error) {
    if (error instanceof WorkbookRefused) return refusedReading(error);
    throw error;
  }
}

function verdictOn(reading: Reading, expected: ExpectedReading): Verdict {
  if (exitCodeOf(reading) !== 0) return 'refused';
  return differencesOf(reading, expected).length === 0 ? 'right' : 'wrong';
}

/** Only what is asked is answered, and only what needs no look at the table. */
function answersTo(reading: Reading, expected: ExpectedReading): ReadingOptions {
  const asked = new Set(reading.findings.map(({ asks }) => asks));
  const { asOf, planYear, decision } = expected;
  return {
    ...(asked.has('as-of') && asOf !== undefined && { asOf: plainDate(asOf) }),
    ...(asked.has('plan-year') && { planYear }),
    ...(asked.has('decision') && decision && { decision: { ...decision, date: plainDate(decision.date) } }),
  };
}
