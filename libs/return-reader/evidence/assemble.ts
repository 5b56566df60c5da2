import { RETURN_KINDS } from '@thongvon/kernel';
import type { ReadingOptions } from '../model/options';
import type { CellRef, Evidence, Finding, Reading, Witness } from '../model/reading';
import type { ReadyTable } from '../table/line-amount';
import type { TypedTable } from '../table/typed-table';
import { columnEvidence, isTelling, knownWitness } from './columns';
import { asOfEvidence, planYearEvidence } from './context';
import type { JointReading, Settled } from './decide';
import { witnessOf } from './entries';
import { heldAgainst } from './known';
import { effectOf, type ReadOutcome } from './outcome';
import { rowEvidence, tableEvidence, unitEvidence } from './tables';

/** Tables of a workbook of hundreds of sheets aren't all looked at by a person; their findings are listed all the same. */
const MOST_TABLES = 60;

/** What was decided in reading a file, what it rests on, and what was rejected. Bounded by columns and questions, not by rows. */
export function evidenceOf(
  { outcome, settled, findings }: JointReading,
  options: ReadingOptions,
): Evidence[] {
  const { reading, tally } = outcome;
  if (reading.kinds.length === 0) return sheetEvidence(reading, findings);
  const known = [
    ...knownWitness(heldAgainst('plan', reading, options.known?.planned)),
    ...knownWitness(heldAgainst('last-return', reading, options.known?.disbursed)),
  ];
  const tables = tablesOfSheets(outcome).slice(0, MOST_TABLES);
  return [
    returnEvidence(outcome, options, known),
    ...planYearEvidence(outcome, options),
    ...asOfEvidence(outcome, options),
    ...sheetEvidence(reading, findings),
    ...tables.flatMap(({ ready, index }) => {
      const { table } = ready;
      const own = outcome.tables.length > 1 ? projectsOf(table, reading) : reading;
      const plan = heldAgainst('plan', own, options.known?.planned);
      const lastReturn = heldAgainst('last-return', own, options.known?.disbursed);
      const counts = tally.of(table);
      const sheet = table.raw.grid.name;
      if (!outcome.tables.includes(ready)) return [tableEvidence(ready, index, 'ignored', counts, options)];
      return [
        tableEvidence(ready, index, table.kind, counts, options),
        ...unitEvidence(ready, index, {
          known: [...knownWitness(plan), ...knownWitness(lastReturn)],
          settled,
          findings,
          options,
        }),
        ...rowEvidence(table, index, counts),
        ...columnEvidence({
          table,
          index,
          counts,
          settled: columnsNamed(
            sheet,
            settled.map(({ finding, choice }) => ({ ...finding, choices: [choice] })),
          ),
          asked: columnsNamed(
            sheet,
            findings.filter(({ severity }) => severity === 'question'),
          ),
          plan,
          lastReturn,
        }),
      ];
    }),
    ...settled.map((one) => questionEvidence(one, outcome, options)),
  ];
}

/** What a table itself names: another's projects are no witness for it. */
function projectsOf(
  { raw: { grid }, body }: TypedTable,
  reading: Reading,
): Pick<Reading, 'projects' | 'allocations'> {
  const rows = body.rows.map(({ index }) => index + 1);
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  const isOwn = ({ cell }: { readonly cell: CellRef }): boolean => {
    const row = Number(/\d+$/.exec(cell.cell)?.[0]);
    return cell.sheet === grid.name && row >= first && row <= last;
  };
  return { projects: reading.projects.filter(isOwn), allocations: reading.allocations.filter(isOwn) };
}

/** The tables, with their places among the reading's sheets, which lists a sheet without tables too. */
function tablesOfSheets({ survey, found }: ReadOutcome): { ready: ReadyTable; index: number }[] {
  let index = 0;
  return survey.flatMap(({ grid }) => {
    const own = found.filter(({ table }) => table.raw.grid === grid);
    const first = index;
    index += Math.max(1, own.length);
    return own.map((ready, i) => ({ ready, index: first + i }));
  });
}

/** The letters of columns that questions of a sheet name. */
function columnsNamed(sheet: string, findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter((finding) => finding.asks === 'column' && finding.sheet === sheet)
      .flatMap(({ choices = [] }) => choices)
      .flatMap(({ value }) =>
        [...value.matchAll(/(?:^|,)\s*([A-Z]{1,3})=/g)].flatMap(([, letters]) => letters ?? []),
      ),
  );
}

function returnEvidence(
  { reading, tables, tally }: ReadOutcome,
  { kind }: ReadingOptions,
  known: readonly Witness[],
): Evidence {
  const counts = tables.flatMap(({ table }) =>
    tally.of(table).map((count) => ({ count, sheet: table.raw.grid.name })),
  );
  // Rows of totals, each once; of the others each column's own.
  const telling = counts.filter(
    ({ count }) => isTelling(count) && (!count.witness.endsWith('totals') || count.columns.length === 0),
  );
  const witnesses = [...new Set(telling.map(({ count }) => count.witness))].map((kindOfWitness) =>
    joined(
      telling
        .filter(({ count }) => count.witness === kindOfWitness)
        .map(({ count, sheet }) => witnessOf(sheet, count)),
    ),
  );
  return {
    decision: 'return',
    sheet: null,
    chosen: RETURN_KINDS.filter((one) => reading.kinds.includes(one)).join(','),
    by: kind === undefined ? 'stated' : 'answer',
    cells: [],
    witnesses: [...witnesses.flatMap((witness) => witness ?? []), ...known],
    rejected: [],
  };
}

/** One witness in all tables. */
function joined(witnesses: readonly Witness[]): Witness | undefined {
  const [first] = witnesses;
  if (!first) return undefined;
  const sum = (of: (witness: Witness) => number | undefined): number =>
    witnesses.reduce((total, witness) => total + (of(witness) ?? 0), 0);
  const waiting = sum((witness) => witness.waiting);
  const has = (outcome: Witness['outcome']): boolean =>
    witnesses.some((witness) => witness.outcome === outcome);
  const cells = witnesses.flatMap((witness) => witness.cells ?? []).slice(0, 5);
  return {
    witness: first.witness,
    outcome: has('differs') ? 'differs' : has('waits') ? 'waits' : 'agrees',
    agreeing: sum((witness) => witness.agreeing),
    of: sum((witness) => witness.of),
    ...(waiting > 0 ? { waiting } : {}),
    ...(cells.length > 0 ? { cells } : {}),
  };
}

/** Sheets without a table that counts. Of one that is set aside (`set-aside`) its finding says why: that isn't for want of a table. */
function sheetEvidence({ sheets }: Reading, findings: readonly Finding[]): Evidence[] {
  const setAside = new Set(
    findings.flatMap(({ code, sheet }) => (code === 'RET-SHEET-IGNORED' && sheet !== null ? [sheet] : [])),
  );
  return sheets.flatMap(({ name, role, headerRows }): Evidence[] =>
    (role === 'cover' || role === 'ignored') && headerRows.length === 0
      ? [
          {
            decision: 'sheet',
            sheet: name,
            chosen: role === 'ignored' && setAside.has(name) ? 'set-aside' : role,
            by: 'stated',
            cells: [],
            witnesses: [],
            rejected: [],
          },
        ]
      : [],
  );
}

/** A question that isn't asked any more: what was taken, what confirms it, and what each other choice would have given. */
function questionEvidence(
  { finding, choice, confirmedBy, rejected }: Settled,
  outcome: ReadOutcome,
  options: ReadingOptions,
): Evidence {
  const { code, asks, message, messageEn, sheet, cell, value } = finding;
  return {
    decision: 'question',
    sheet,
    ...(asks === 'column'
      ? { columns: [...columnsNamed(sheet ?? '', [{ ...finding, choices: [choice] }])] }
      : {}),
    chosen: choice.value,
    by: 'witnesses',
    cells: sheet !== null && cell !== null ? [{ sheet, cell }] : [],
    ...(value === null ? {} : { text: value }),
    question: {
      code,
      ...(asks ? { asks } : {}),
      message,
      messageEn,
      label: choice.label,
      labelEn: choice.labelEn,
      effect: effectOf(outcome, options),
    },
    witnesses: confirmedBy.map((witness): Witness => witnessOfQuestion(witness, outcome, options)),
    rejected: rejected.map((other) => ({
      value: other.choice.value,
      label: other.choice.label,
      labelEn: other.choice.labelEn,
      effect: effectOf(other.outcome, options),
      contradictedBy: [...other.contradictedBy],
    })),
  };
}

function witnessOfQuestion(
  witness: Witness['witness'],
  { reading, tables, tally }: ReadOutcome,
  { known }: ReadingOptions,
): Witness {
  if (witness === 'plan' || witness === 'last-return') {
    const [held] = knownWitness(
      heldAgainst(witness, reading, witness === 'plan' ? known?.planned : known?.disbursed),
    );
    return held ?? { witness, outcome: 'agrees' };
  }
  const counts = tables.flatMap(({ table }) =>
    tally
      .of(table)
      .filter((count) => count.witness === witness)
      .map((count) => witnessOf(table.raw.grid.name, count)),
  );
  return joined(counts) ?? { witness, outcome: 'agrees' };
}
