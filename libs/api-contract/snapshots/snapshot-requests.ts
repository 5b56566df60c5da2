import { DENOMINATORS, type Denominator } from '@thongvon/kernel';
import { ChoiceField, DateField, TextField, WholeNumberField } from '../fields';
import { ListQuery } from '../lists';

const REVISION = {
  description: 'This revision; without it, the latest',
  optional: true,
  min: 1,
  max: 10_000,
} as const;
const PLAN_YEAR = {
  description: 'Plan year; without it, that of the week',
  optional: true,
  min: 2000,
  max: 2100,
} as const;
const DENOMINATOR = {
  description: 'What rates divide by; `current-year-plan` without it',
  of: DENOMINATORS,
  optional: true,
} as const;

export class SnapshotQuery {
  @WholeNumberField(REVISION)
  revision?: number;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class FrozenBlockersQuery extends ListQuery {
  @WholeNumberField(REVISION)
  revision?: number;
}

export class FrozenProjectsQuery extends FrozenBlockersQuery {
  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

const FROM = { description: 'The week to compare from: date of its cut-off', example: '2023-06-15' } as const;
const TO = { description: 'The week to compare with', example: '2023-06-22' } as const;

export class ComparedSumsQuery {
  @DateField(FROM)
  from: string;

  @DateField(TO)
  to: string;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class WeekComparisonQuery extends ListQuery {
  @DateField(FROM)
  from: string;

  @DateField(TO)
  to: string;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class ReviseWeekRequest {
  @TextField({ description: 'Why the frozen week needs a correction', max: 1000 })
  reason: string;
}
