import { DUTY_NAMES } from '@thongvon/api-contract';
import { CAUSES, withoutNames } from '@thongvon/blockers';
import { remainingOf } from '@thongvon/reallocation';
import { type SheetTable, tableSheet, type TableValue, tableValues, writeForm } from '@thongvon/workbook-io';
import type { Decision } from '../../domain/decision';
import type { Digest } from '../../domain/digest';
import { givenTexts, sentenceOf } from '../../domain/messages/decision-texts';
import { no, REPORT_STATE_NAMES, sheets, silentWeek, titles, yes } from '../../domain/messages/letter';
import { optionTexts, partsTexts } from '../../domain/messages/option-texts';
import { FACTORS } from '../../domain/ranking';
import { changeBetween, rateOf } from '../../domain/shares';
import type { WeekMaterial } from '../../domain/within-scope';
import { taskRows } from './task-rows';

const { amount, count, date, rate, text } = tableValues;

/** The attachment: everything that the letter is made of, one table a sheet. */
export function digestWorkbook(digest: Digest, material: WeekMaterial): Promise<Uint8Array> {
  const tables = [
    weeks(digest),
    ...(digest.tasks === null ? [] : [tasks(material)]),
    decisions(digest),
    projects(digest),
    blockers(material),
    offices(material),
    alerts(material),
  ];
  return writeForm({ createdAt: digest.frozenAt, sheets: tables.map(tableSheet) });
}

type Columns = readonly (readonly [title: string, width: number])[];

const table = (
  sheet: Pick<SheetTable, 'name' | 'title' | 'note'>,
  columns: Columns,
  rows: readonly (readonly TableValue[])[],
): SheetTable => ({ ...sheet, columns: columns.map(([title, width]) => ({ title, width })), rows });

function weeks({ weeks: points, week: current, movement }: Digest): SheetTable {
  const { week, planned, disbursed, rate: rateTitle, change, remaining } = titles;
  const columns: Columns = [
    [week, 14],
    [planned, 22],
    [disbursed, 22],
    [rateTitle, 12],
    [change, 20],
    [remaining, 22],
    [titles.newFigures, 36],
  ];
  const rows = points.map((point, index) => [
    date(point.week),
    amount(point.planned),
    amount(point.disbursed),
    rate(rateOf(point)),
    amount(
      point.week === current
        ? movement.value
        : point.reported
          ? changeBetween(points[index - 1]?.disbursed, point.disbursed)
          : null,
    ),
    amount(remainingOf(point)),
    text(point.reported ? yes : silentWeek),
  ]);
  return table(sheets.summary, columns, rows);
}

function decisions({ decisions: asked, underway }: Digest): SheetTable {
  const columns: Columns = [
    [titles.project, 46],
    [titles.amount, 20],
    [titles.held, 20],
    [titles.unspent, 20],
    [titles.factor, 8],
    [titles.daysOverdue, 12],
    [titles.due, 13],
    [titles.latest, 13],
    [titles.cause, 26],
    [titles.reason, 46],
    [titles.unit, 28],
    [titles.sentence, 90],
    [titles.options, 90],
  ];
  const decided = underway.map((one) => decisionRow(one, givenTexts(one.task)[0]));
  return table(sheets.decisions, columns, [...asked.map((one) => decisionRow(one)), ...decided]);
}

function decisionRow(decision: Decision, decided?: string): TableValue[] {
  const { project, rank, daysOverdue, due, latest, cause, reason, unit } = decision;
  return [
    text(project.name),
    amount(rank.money),
    amount(rank.held),
    amount(rank.unspent),
    count(FACTORS[rank.urgency]),
    count(daysOverdue === null ? null : Math.max(0, daysOverdue)),
    date(due),
    date(latest.state === 'known' ? latest.on : null),
    text(causeName(cause)),
    text(reason),
    text(unit),
    text(sentenceOf(decision)[0]),
    text(
      decided ??
        decision.options
          .map((option) => `${optionTexts(decision, option)[0]}: ${partsTexts(option)[0]}.`)
          .join(' '),
    ),
  ];
}

function tasks(material: WeekMaterial): SheetTable {
  const columns: Columns = [
    [titles.given, 22],
    [titles.task, 60],
    [titles.project, 40],
    [titles.office, 30],
    [titles.person, 24],
    [titles.due, 13],
    [titles.daysOverdue, 12],
    [titles.dueMoves, 12],
    [titles.state, 24],
    [titles.lastWords, 46],
  ];
  const rows = taskRows(material).map((row) => [
    text(row.given),
    text(withoutNames(row.what)),
    text(row.project),
    text(row.organization),
    text(row.person),
    date(row.due),
    count(row.daysOverdue),
    count(row.dueMoves),
    text(row.state),
    text(row.lastText === null ? null : withoutNames(row.lastText)),
  ]);
  return table(sheets.tasks, columns, rows);
}

function projects({ projects: all }: Digest): SheetTable {
  const columns: Columns = [
    [titles.project, 46],
    [titles.code, 12],
    [titles.owner, 28],
    [titles.planned, 20],
    [titles.disbursed, 20],
    [titles.rate, 10],
    [titles.change, 18],
    [titles.remaining, 20],
    [titles.figureAsOf, 13],
    [titles.reported, 12],
  ];
  const rows = all.map((row) => [
    text(row.name),
    text(row.code),
    text(row.owner),
    amount(row.planned),
    amount(row.disbursed),
    rate(rateOf(row)),
    amount(row.change),
    amount(row.remaining),
    date(row.figureAsOf),
    text(row.reported ? yes : no),
  ]);
  return table(sheets.projects, columns, rows);
}

function blockers({ now }: WeekMaterial): SheetTable {
  const names = new Map([...now.projects, ...now.cleared].map(({ id, name }) => [id, name]));
  const columns: Columns = [
    [titles.project, 46],
    [titles.cause, 26],
    [titles.reason, 46],
    [titles.unit, 28],
    [titles.openedOn, 13],
    [titles.due, 13],
    [titles.daysOverdue, 12],
    [titles.held, 20],
    [titles.lastAction, 40],
  ];
  const rows = now.blockers.map((blocker) => [
    text(names.get(blocker.projectId) ?? ''),
    text(causeName(blocker.cause)),
    text(withoutNames(blocker.description)),
    text(blocker.responsibleUnit),
    date(blocker.openedOn),
    date(blocker.due),
    count(blocker.daysOverdue),
    amount(blocker.held),
    text(blocker.lastAction === null ? null : withoutNames(blocker.lastAction)),
  ]);
  return table(sheets.blockers, columns, rows);
}

function offices({ now }: WeekMaterial): SheetTable {
  const columns: Columns = [
    [titles.office, 40],
    [titles.kind, 30],
    [titles.state, 24],
    [titles.lastAsOf, 14],
  ];
  const rows = now.organizations.map(({ name, kind, state, lastAsOf }) => [
    text(name),
    text(DUTY_NAMES[kind].vi),
    text(REPORT_STATE_NAMES[state]),
    date(lastAsOf),
  ]);
  return table(sheets.offices, columns, rows);
}

function alerts({ alerts: raised }: WeekMaterial): SheetTable {
  const columns: Columns = [
    [titles.rule, 28],
    [titles.office, 30],
    [titles.amount, 20],
    [titles.openedOn, 13],
    [titles.text, 90],
  ];
  const rows = raised.map(({ title, organization, amount: sum, openedOn, text: said, reopened }) => [
    text(title),
    text(organization),
    amount(sum),
    date(openedOn),
    text(reopened === null ? said : `${said} ${reopened}`),
  ]);
  return table(sheets.alerts, columns, rows);
}

const causeName = (cause: Decision['cause']): string | null =>
  CAUSES.find(({ code }) => code === cause)?.label ?? null;
