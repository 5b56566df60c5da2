import { AMOUNT_UNITS, DENOMINATORS, PLAN_TYPES, PROJECT_GROUPS } from '@thongvon/kernel';
import { FINDING_CODES } from '../model/finding-codes';
import {
  type AllocationReading,
  type PlanBeforeReading,
  ASKS,
  CORRECTION_TYPES,
  type CorrectionReading,
  type DecisionReading,
  type Finding,
  type GroupReading,
  type LandClearanceReading,
  LINE_FIELDS,
  type LineReading,
  type ProjectReading,
  type Reading,
  RETURN_KINDS,
  type SheetReading,
  STOOD_TYPES,
  type StoodCell,
  type TotalReading,
} from '../model/reading';
import { amount, cell, effect, evidence } from './evidence-schema';
import {
  count,
  described,
  flag,
  type JsonSchema,
  listOf,
  nullable,
  objectOf,
  oneOf,
  recordOf,
  text,
} from './json-schema';

/** What `check-return --json` prints: the reading, with the file that it was read from. */
export interface FileReading extends Reading {
  file: string;
  sha256: string | null;
}

const date: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const label = nullable(text);
const planType = oneOf(PLAN_TYPES);
const source = described('Code of the source of capital; unspecified where the table does not say.', text);

const total = objectOf<TotalReading>(
  'Planned and disbursed, and the rate that they give.',
  {
    planned: amount,
    disbursed: amount,
    rate: nullable({ type: 'string', pattern: '^-?\\d+\\.\\d{2}$' }),
    denominator: oneOf(DENOMINATORS),
    unread: described('How many projects have a cell that would enter it and is not settled.', count),
  },
  ['unread'],
);

const line = objectOf<LineReading>(
  'The amounts of one project, plan type and source.',
  {
    planType,
    source,
    sourceLabel: label,
    planned: amount,
    disbursed: amount,
    completed: amount,
    advance: amount,
    estimate: amount,
    cells: recordOf(cell),
    derived: listOf(oneOf(LINE_FIELDS)),
    notApplicable: listOf(oneOf(LINE_FIELDS)),
    unread: listOf(oneOf(LINE_FIELDS)),
  },
  ['derived', 'notApplicable', 'unread'],
);

const group = nullable(
  objectOf<GroupReading>('The group of a project, and the cell that names it.', {
    group: oneOf(PROJECT_GROUPS),
    cell,
  }),
);

const project = objectOf<ProjectReading>(
  'A project; its sums are of this year’s plan.',
  {
    code: label,
    name: text,
    planned: amount,
    disbursed: amount,
    lines: listOf(line),
    cell,
    field: label,
    owner: label,
    note: label,
    totalInvestment: amount,
    group,
    repeated: described('It stands again where it counts twice.', flag),
  },
  ['group', 'repeated'],
);

const planned = { type: 'string', pattern: '^-?\\d+$' } as const;
const allocation = objectOf<AllocationReading>(
  'What a plan gives a project of one plan type and source.',
  {
    code: label,
    name: text,
    planType,
    source,
    sourceLabel: label,
    planned,
    cell,
    owner: label,
    field: label,
    group,
    before: described(
      'What the table says that the plan was just before the decision.',
      listOf(
        objectOf<PlanBeforeReading>(
          'A plan just before a decision, of one plan type and source.',
          {
            planType,
            source,
            planned,
            cell,
            split: described(
              'The whole over the sources that stand beside it, or one of these.',
              oneOf(['whole', 'part']),
            ),
            rounding: described(
              'Whole đồng by which the digits that the cell doesn’t show may differ.',
              planned,
            ),
          },
          ['split', 'rounding'],
        ),
      ),
    ),
  },
  ['group', 'before'],
);

const number = nullable(count);
const area = nullable(described('m² as a decimal string.', { type: 'string', pattern: '^\\d+(\\.\\d+)?$' }));
const clearance = objectOf<LandClearanceReading>(
  'How far the land of a project is cleared.',
  {
    code: label,
    name: text,
    segment: text,
    households: number,
    inventoried: number,
    approved: number,
    paid: number,
    handedOver: number,
    area,
    areaHandedOver: area,
    graves: number,
    compensation: amount,
    compensated: amount,
    blocker: label,
    note: text,
    responsibleUnit: label,
    due: nullable(date),
    cells: recordOf(cell),
  },
  ['segment', 'note'],
);

const sheet = objectOf<SheetReading>('What a sheet was taken for.', {
  name: text,
  role: oneOf([...RETURN_KINDS, 'cover', 'ignored']),
  unit: nullable(oneOf(AMOUNT_UNITS)),
  headerRows: listOf(count),
  columns: listOf(
    objectOf<SheetReading['columns'][number]>(
      'A column, its captions from the outermost in, and its meaning.',
      {
        column: text,
        path: listOf(text),
        meaning: text,
      },
    ),
  ),
});

const finding = objectOf<Finding>(
  'Something that a person should know about a cell, a sheet or the whole file.',
  {
    code: oneOf(FINDING_CODES),
    severity: oneOf(['error', 'question', 'warning', 'info']),
    sheet: label,
    cell: label,
    value: label,
    message: text,
    messageEn: text,
    asks: oneOf(ASKS),
    choices: listOf(
      objectOf<NonNullable<Finding['choices']>[number]>(
        'An answer to choose.',
        { value: text, label: text, labelEn: text, effect },
        ['effect'],
      ),
    ),
    withoutEffects: oneOf(['size']),
    reason: text,
    more: count,
  },
  ['asks', 'choices', 'withoutEffects', 'reason', 'more'],
);

const decision = objectOf<DecisionReading>('The decision that a plan belongs to.', {
  number: text,
  date,
  mode: oneOf(['initial', 'adjustment']),
});

const correction = objectOf<CorrectionReading>(
  'What a person has declared to be right for a cell, and the return was read with.',
  {
    sheet: text,
    cell: text,
    type: oneOf(CORRECTION_TYPES),
    value: described('A decimal in the cell’s own unit, a text, or YYYY-MM-DD.', text),
    reason: text,
    stood: objectOf<StoodCell>('What the file has there.', {
      type: oneOf(STOOD_TYPES),
      text: label,
      formula: label,
    }),
  },
);

/** JSON Schema of the reading, made from its types: the committed docs/reading.schema.json. */
export const READING_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The reading of a workbook (npm run -s check-return -- FILE --json)',
  ...objectOf<FileReading>(
    'One file.',
    {
      file: text,
      sha256: nullable({ type: 'string', pattern: '^[0-9a-f]{64}$' }),
      kinds: listOf(oneOf(RETURN_KINDS)),
      asOf: nullable(date),
      planYear: number,
      coverage: oneOf(['full', 'partial']),
      decision: nullable(decision),
      sheets: listOf(sheet),
      total,
      byPlanType: { type: 'object', propertyNames: planType, additionalProperties: total },
      projects: listOf(project),
      allocations: listOf(allocation),
      landClearance: listOf(clearance),
      findings: listOf(finding),
      evidence: described(
        'What was decided, and what speaks for it; absent: read before it was kept.',
        listOf(evidence),
      ),
      corrections: described('What was declared to be right for cells; absent: nothing.', listOf(correction)),
    },
    ['evidence', 'corrections'],
  ),
};
