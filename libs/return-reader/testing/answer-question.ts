import { AMOUNT_FIELDS, CLEARANCE_FIELDS } from '../columns/meaning';
import { optionsOf } from '../answers';
import { type Reading } from '../reading';
import { type ReadingOptions } from '../options';

/** The options once the finding at `index` is answered with its choice that begins so, after what was answered before. */
export function answerQuestion(
  { findings }: Reading,
  index: number,
  choice: string,
  before: ReadingOptions = {},
): ReadingOptions {
  const finding = findings[index];
  const value = finding?.choices?.find((c) => c.value === choice || c.value.startsWith(`${choice}=`))?.value;
  if (!finding?.asks || value === undefined) throw new Error(`no choice ${choice}`);
  const { code, sheet, cell, asks } = finding;
  return withAnswer(before, { code, sheet, cell, asks, value, reason: null });
}

type Answered = Parameters<typeof optionsOf>[0][number];

/** The options with one more answer, which goes before what was answered earlier. */
export function withAnswer(before: ReadingOptions, answer: Answered): ReadingOptions {
  const given = optionsOf([answer]);
  if (!given) throw new Error(`an answer that doesn't fit: ${answer.value}`);
  return {
    ...before,
    ...given,
    units: [...(given.units ?? []), ...(before.units ?? [])],
    columns: [...(given.columns ?? []), ...(before.columns ?? [])],
    sheets: [...(given.sheets ?? []), ...(before.sheets ?? [])],
    amounts: [...(given.amounts ?? []), ...(before.amounts ?? [])],
    rows: [...(given.rows ?? []), ...(before.rows ?? [])],
    accepted: [...(given.accepted ?? []), ...(before.accepted ?? [])],
  };
}

/** Meanings that two columns of one table share though they feed the same figure. */
export function exclusiveMeanings({ sheets }: Reading): string[] {
  const exclusive = new Set<string>([...AMOUNT_FIELDS, ...CLEARANCE_FIELDS]);
  return sheets.flatMap(({ columns }) => {
    const said = columns.map(({ meaning }) => meaning).filter((m) => exclusive.has(m.split(':')[0] ?? ''));
    return said.filter((meaning, i) => said.indexOf(meaning) !== i);
  });
}
