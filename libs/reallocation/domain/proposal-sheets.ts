import type { ProposalState } from '@thongvon/api-contract';
import { type PlainDate, type PlanYear } from '@thongvon/kernel';
import { type SheetTable, type TableValue, tableValues } from '@thongvon/workbook-io';
import type { Declaration, Issue } from './checks';
import { issueTexts } from './messages/issue-texts';
import { TEXTS } from './messages/workbook-texts';
import type { MoneyStanding, WhatIf } from './what-if';

const { amount, count, date, rate, text } = tableValues;
const { columns: TITLES } = TEXTS;

/** What the workbook of a proposal is made of. */
export interface ProposalTable {
  readonly title: string;
  readonly office: string;
  readonly state: ProposalState;
  readonly decisionNumber: string | null;
  readonly decidedOn: PlainDate | null;
  readonly planYear: PlanYear;
  readonly week: PlainDate;
  readonly revision: number;
  /** A week that was frozen since. */
  readonly newerWeek: PlainDate | null;
  readonly lines: readonly {
    readonly giver: { readonly name: string; readonly code: string | null };
    readonly receiver: { readonly name: string; readonly code: string | null };
    readonly source: { readonly label: string };
    /** Whole đồng as text. */
    readonly amount: string;
  }[];
  readonly effect: WhatIf;
  readonly issues: readonly Issue[];
  readonly declared: readonly Declaration[];
}

/** One table a sheet: the lines, what they are held to, what they would do, by month, and what was declared. */
export function proposalSheets(table: ProposalTable): SheetTable[] {
  return [lines(table), limits(table), effects(table), months(table), declarations(table)];
}

type Columns = readonly (readonly [title: string, width: number])[];

function sheet(
  { title, office, week, revision, planYear, newerWeek, state, decisionNumber, decidedOn }: ProposalTable,
  name: string,
  columns: Columns,
  rows: readonly (readonly TableValue[])[],
): SheetTable {
  const decision =
    decisionNumber === null || decidedOn === null ? null : TEXTS.decision(decisionNumber, decidedOn);
  return {
    name,
    title: TEXTS.title(title, office),
    note: [
      TEXTS.note(week, revision, planYear),
      TEXTS.state(TEXTS.states[state], decision),
      ...(newerWeek === null ? [] : [TEXTS.outdated(newerWeek)]),
    ].join(''),
    columns: columns.map(([of, width]) => ({ title: of, width })),
    rows,
  };
}

function lines(table: ProposalTable): SheetTable {
  const columns: Columns = [
    [TITLES.ordinal, 6],
    [TITLES.giver, 46],
    [TITLES.code, 12],
    [TITLES.receiver, 46],
    [TITLES.code, 12],
    [TITLES.source, 26],
    [TITLES.amount, 22],
  ];
  return sheet(table, TEXTS.sheets.lines, columns, [
    ...table.lines.map(({ giver, receiver, source, amount: much }, index) => [
      count(index + 1),
      text(giver.name),
      text(giver.code),
      text(receiver.name),
      text(receiver.code),
      text(source.label),
      amount(BigInt(much)),
    ]),
    [text(null), text(TEXTS.total), ...[1, 2, 3, 4].map(() => text(null)), amount(table.effect.moved)],
  ]);
}

function limits(table: ProposalTable): SheetTable {
  const columns: Columns = [
    [TITLES.project, 46],
    [TITLES.source, 26],
    [TITLES.given, 20],
    [TITLES.most, 22],
    [TITLES.taken, 20],
    [TITLES.byPace, 22],
    [TITLES.byInvestment, 22],
    [TITLES.isKnown, 34],
  ];
  const rows = table.effect.projects.flatMap(({ project, bySource }) =>
    bySource.map(({ source, given, most, taken }) => {
      const { byPace, byInvestment, isInvestmentKnown } = project.limit;
      const isTaken = taken > 0n;
      const known = isInvestmentKnown ? TEXTS.known : byInvestment === null ? TEXTS.unknown : TEXTS.atMost;
      return [
        text(project.name),
        text(project.sources.find(({ code }) => code === source)?.label ?? source),
        amount(given > 0n ? given : null),
        amount(given > 0n ? most : null),
        amount(isTaken ? taken : null),
        amount(isTaken ? byPace : null),
        amount(isTaken ? byInvestment : null),
        text(isTaken ? known : null),
      ];
    }),
  );
  return sheet(table, TEXTS.sheets.limits, columns, rows);
}

function effects(table: ProposalTable): SheetTable {
  const columns: Columns = [
    [TITLES.project, 46],
    [TITLES.plannedBefore, 20],
    [TITLES.plannedAfter, 20],
    [TITLES.disbursed, 20],
    [TITLES.rateBefore, 11],
    [TITLES.rateAfter, 11],
    [TITLES.forecastBefore, 20],
    [TITLES.forecastAfter, 20],
    [TITLES.unspentBefore, 20],
    [TITLES.unspentAfter, 20],
  ];
  const { projects, whole } = table.effect;
  const row = (name: string, before: MoneyStanding, after: MoneyStanding): TableValue[] => [
    text(name),
    amount(before.planned),
    amount(after.planned),
    amount(before.disbursed),
    rate(before.rate),
    rate(after.rate),
    amount(before.forecast),
    amount(after.forecast),
    amount(before.unspent),
    amount(after.unspent),
  ];
  const made = sheet(table, TEXTS.sheets.effect, columns, [
    ...projects.map(({ project, before, after }) => row(project.name, before, after)),
    row(TEXTS.whole(whole.projects), whole.before, whole.after),
  ]);
  const unknown = whole.silent > 0 ? TEXTS.wholeUnknown(whole.silent) : '';
  return {
    ...made,
    note: made.note + unknown + (whole.withoutPace > 0 ? TEXTS.stay(whole.withoutPace) : ''),
  };
}

function months(table: ProposalTable): SheetTable {
  const columns: Columns = [
    [TITLES.month, 14],
    [TITLES.forecastBefore, 24],
    [TITLES.forecastAfter, 24],
  ];
  const rows = table.effect.curve.map(({ on, before, after }) => [date(on), amount(before), amount(after)]);
  return sheet(table, TEXTS.sheets.curve, columns, rows);
}

function declarations(table: ProposalTable): SheetTable {
  const columns: Columns = [
    [TITLES.project, 46],
    [TITLES.question, 80],
    [TITLES.declared, 60],
  ];
  const names = new Map(table.effect.projects.map(({ project }) => [project.id, project.name]));
  const rows = table.declared.map(({ projectId, about, note }) => {
    const issue = table.issues.find((one) => one.projectId === projectId && one.code === about);
    return [text(names.get(projectId) ?? null), text(issue ? issueTexts(issue)[0] : null), text(note)];
  });
  return sheet(table, TEXTS.sheets.declared, columns, rows);
}
