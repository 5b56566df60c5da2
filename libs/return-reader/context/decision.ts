import { formatPlainDate, unaccent } from '@thongvon/kernel';
import type { Choice, Findings } from '../findings/findings';
import type { SurveyedSheet } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import type { DecisionReading } from '../model/reading';
import { type Statement, statementsOf } from '../sheet/grid';
import type { ReadyTable } from '../table/line-source';
import { datesIn } from '../values/dates';

const NUMBER =
  /(?:quyet dinh|nghi quyet|\bqd\b|\bnq\b)(?:\s+(?:giao|phe duyet|phan bo|dieu chinh)[^,;()]*?)?\s*(?:so)?\s*[:.]?\s*(\d+[a-z]?\s?\/[\w./-]*[a-z][\w.-]*)/g;

export interface FoundDecision {
  readonly number: string;
  readonly date: DecisionReading['date'] | undefined;
  readonly statement: Statement;
  /** "Kèm theo Quyết định …": the decision that this plan itself belongs to. */
  readonly attached: boolean;
}

/** The decisions that the rows above a plan name, those it is attached to first. */
export function decisionsIn(statements: readonly Statement[]): FoundDecision[] {
  const found = statements.flatMap((statement) => {
    const plain = unaccent(statement.text);
    const matches = [...plain.matchAll(NUMBER)];
    return matches.map((match, i): FoundDecision => {
      const end = match.index + match[0].length;
      const until = matches[i + 1]?.index ?? plain.length;
      const date = datesIn(statement.text).find(
        (d) => d.start >= end && d.start < until && /ngay\s*$/.test(plain.slice(end, d.start)),
      );
      const at = match.index + match[0].length - (match[1] ?? '').length;
      return {
        number: statement.text
          .slice(at, end)
          .replace(/\s/g, '')
          .replace(/[.,;)]+$/, ''),
        date: date?.date,
        statement,
        attached: plain.slice(Math.max(0, match.index - 40), match.index).includes('kem theo'),
      };
    });
  });
  return [...found.filter((d) => d.attached), ...found.filter((d) => !d.attached)];
}

/** "adjustment" when titles, captions or the reference speak of adjusting or supplementing; else "initial". */
function modeOf(texts: readonly string[]): DecisionReading['mode'] {
  return texts.some((text) => /\b(?:dieu chinh|bo sung)\b/.test(unaccent(text))) ? 'adjustment' : 'initial';
}

const ROWS_OF_COVER = 60;

/** Number, date and mode of the decision that a plan belongs to; a question when number or date can't be read. */
export function decideDecision(
  survey: readonly SurveyedSheet[],
  tables: readonly ReadyTable[],
  { decision }: ReadingOptions,
  findings: Findings,
): { reading: DecisionReading | null; mode: DecisionReading['mode'] } {
  const plans = tables.filter(({ table }) => table.kind === 'plan').map(({ table }) => table.raw);
  const above = plans.flatMap((raw) => statementsOf(raw.above));
  const covers = survey
    .filter((sheet) => sheet.tables.length === 0 && !sheet.instructions)
    .flatMap(({ grid }) => statementsOf(grid.rows.slice(0, ROWS_OF_COVER)));
  const captions = plans.flatMap((raw) =>
    raw.header.columns.flatMap((c) => c.path.map((caption) => caption.text)),
  );
  const mode =
    decision?.mode ??
    modeOf([...above.map((s) => s.text), ...captions, ...plans.map((raw) => raw.grid.name)]);
  const inTables = decisionsIn(above);
  const found = inTables.length > 0 ? inTables : decisionsIn(covers);
  const attached = found.filter((d) => d.attached);
  const candidates = attached.length > 0 ? attached : found;
  const numbers = new Set(candidates.map((d) => `${d.number} ${d.date ?? ''}`));
  const [first] = candidates;
  const choices = choicesOf(candidates, mode);
  if (decision) {
    // A decision that a person names is one of those to which the file says that it is attached, if it says so in full.
    const named =
      attached.length === 0 ||
      choices.length === 0 ||
      choices.some(({ value }) => value.startsWith(said(decision)));
    if (!named)
      findings.add(
        'decision-contradicted',
        { ...(plans[0] ? { sheet: plans[0].grid.name } : {}), cell: first?.statement.cell },
        {
          decision: `${decision.number}, ${formatPlainDate(decision.date)}`,
          named: choices.map(({ label }) => label).join('; '),
        },
        choices,
      );
    return { reading: decision, mode };
  }
  if (numbers.size === 1 && first?.date)
    return { reading: { number: first.number, date: first.date, mode }, mode };
  const sheet = plans[0]?.grid.name;
  findings.add(
    'decision-unknown',
    { ...(sheet === undefined ? {} : { sheet }), cell: first?.statement.cell },
    {},
    choices,
  );
  return { reading: null, mode };
}

const said = ({ number, date }: Pick<DecisionReading, 'number' | 'date'>): string => `${number}; ${date};`;

/** The decisions that the file names with number and date, as answers. */
function choicesOf(candidates: readonly FoundDecision[], mode: DecisionReading['mode']): Choice[] {
  const named = new Map(
    candidates.flatMap(({ number, date }) =>
      date === undefined ? [] : [[`${said({ number, date })} ${mode}`, { number, date }] as const],
    ),
  );
  return [...named].map(([value, { number, date }]) => ({
    value,
    label: `Quyết định ${number} ngày ${formatPlainDate(date)}`,
    labelEn: `Decision ${number} of ${formatPlainDate(date)}`,
  }));
}
