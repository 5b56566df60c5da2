import { ApiProperty } from '@nestjs/swagger';
import { TextField, WholeNumberField } from './fields';

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

/** One page of a list (contract, section 4). */
export interface ListOf<T> {
  readonly items: readonly T[];
  /** How many there are on all pages. */
  readonly total: number;
  /** Where the next page starts; `null` on the last. */
  readonly nextCursor: string | null;
}

/** The class that describes a page of `Item` in the OpenAPI document, named `<Item>List`. */
export function listOf<T>(Item: new () => T): new () => ListOf<T> {
  class Page implements ListOf<T> {
    @ApiProperty({ type: [Item], description: 'This page, in the stable order of the list' })
    readonly items: readonly T[];

    @ApiProperty({ type: 'integer', description: 'How many there are on all pages' })
    readonly total: number;

    @ApiProperty({ type: 'string', nullable: true, description: 'Pass as `cursor` for the next page' })
    readonly nextCursor: string | null;
  }
  Object.defineProperty(Page, 'name', { value: `${Item.name}List` });
  return Page;
}
