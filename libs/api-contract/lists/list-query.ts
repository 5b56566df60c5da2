import { TextField, WholeNumberField } from '../fields';

/** What every list accepts (contract, section 4). */
export class ListQuery {
  @WholeNumberField({
    description: 'At most this many items',
    optional: true,
    min: 1,
    max: 500,
    default: 100,
  })
  limit: number = 100;

  @TextField({ description: 'The `nextCursor` of the page before', optional: true, max: 1000 })
  cursor?: string;

  @TextField({
    description: 'Search words; accents and case do not matter',
    optional: true,
    min: 0,
    max: 200,
  })
  q?: string;
}
