import { CLEARANCE_FIELDS, type ReturnKind } from '@thongvon/kernel';
import { nameOfMeaning } from '@thongvon/return-reader';
import { type MeaningChoice, named } from './understanding';

const NAMING = ['name', 'code'];
const MONEY = ['planned', 'disbursed', 'completed', 'advance', 'estimate'].flatMap((field) =>
  ['', ':carried-over', ':all'].map((type) => `${field}${type}`),
);
const TEXTS = ['ordinal', 'owner', 'field', 'group', 'source', 'plan-type', 'location', 'note', 'rate'];
const CLEARANCE_TEXTS = ['ordinal', 'location', 'note', 'blocker', 'responsible-unit', 'due'];

/** What a column of such a table can mean, with what its columns mean already, and that it isn't read. */
export function meaningChoices(kind: ReturnKind, meant: readonly string[]): MeaningChoice[] {
  const known =
    kind === 'land-clearance'
      ? [...NAMING, ...CLEARANCE_FIELDS, ...CLEARANCE_TEXTS]
      : [...NAMING, ...MONEY, 'total-investment', ...TEXTS];
  return [...new Set([...known, ...meant.filter((meaning) => meaning !== 'ignored'), 'ignored'])].map(
    (value) => ({ value, ...named(nameOfMeaning(value)) }),
  );
}
