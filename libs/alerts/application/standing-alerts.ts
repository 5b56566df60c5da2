import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AlertRuleId, AlertSubjectKind } from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import { ruleOf } from '../domain/rules';
import { everyAlertOn, GRAVITY, standing } from '../persistence/alerts-sql';

/** An alert that holds, as far as a week's letters look at it. */
export interface StandingAlert {
  readonly rule: AlertRuleId;
  readonly title: string;
  /** Null: not of a plan year. */
  readonly planYear: PlanYear | null;
  readonly organizationId: string;
  readonly organization: string;
  readonly projectId: string | null;
  /** The blocker that it is about. */
  readonly blockerId: string | null;
  /** About what those who clear a part of the project see as well: a blocker, or an advance of compensation. */
  readonly ofClearance: boolean;
  readonly amount: Dong | null;
  readonly openedOn: PlainDate;
  /** What it says, with its numbers. */
  readonly text: string;
  /** Why it is open again although somebody had taken note of it or put it off; null: it isn't. */
  readonly reopened: string | null;
  /** The same in English. */
  readonly reopenedEn: string | null;
}

type Row = Omit<StandingAlert, 'title' | 'blockerId' | 'ofClearance' | 'amount'> & {
  readonly subjectKind: AlertSubjectKind;
  readonly subjectId: string;
  readonly amount: string | null;
};

/** Every alert that holds on a day, whoever's it is. */
@Injectable()
export class StandingAlerts {
  constructor(private readonly dataSource: DataSource) {}

  /** Without those put off. Gravest first, then most capital. Thousands of them, so in one question and without pages. */
  async on(day: PlainDate): Promise<StandingAlert[]> {
    const { from, where } = everyAlertOn(day);
    standing(where);
    const rows = await this.dataSource.manager.query<Row[]>(
      `SELECT a.rule, a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.plan_year AS "planYear",
         a.organization_id AS "organizationId", o.name AS organization, a.project_id AS "projectId", reported.amount, reported.text,
         a.opened_on AS "openedOn",
         CASE WHEN action.type = 'reopened' THEN action.text END AS reopened,
         CASE WHEN action.type = 'reopened' THEN action.text_en END AS "reopenedEn"
       FROM ${from} WHERE ${where.sql} ORDER BY ${GRAVITY}, coalesce(reported.amount, -1) DESC, a.id`,
      [...where.parameters],
    );
    return rows.map(({ subjectKind, subjectId, amount, ...row }) => ({
      ...row,
      title: ruleOf(row.rule).title[0],
      blockerId: subjectKind === 'blocker' ? subjectId : null,
      ofClearance: subjectKind === 'blocker' || subjectKind === 'advance',
      amount: amount === null ? null : BigInt(amount),
    }));
  }
}
