import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { parsePlainDate } from '@thongvon/kernel';

/** What every field of a request says of itself. */
interface FieldOptions {
  readonly description: string;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be `null`, which says "none". */
  readonly nullable?: boolean;
  readonly example?: unknown;
}

/** PostgreSQL holds no U+0000, and no other control character belongs into a line of text. */
const LINE_OF_TEXT = /^[^\p{Cc}]*$/u;

/** One line of text of `min` (1) to `max` characters. */
export function TextField(
  options: FieldOptions & { readonly min?: number; readonly max: number; readonly format?: string },
): PropertyDecorator {
  const { min = 1, max, format } = options;
  const schema = { type: 'string', minLength: min, maxLength: max, ...(format ? { format } : {}) } as const;
  return field(options, schema, IsString(), MinLength(min), MaxLength(max), Matches(LINE_OF_TEXT));
}

/** So many digits fit into PostgreSQL's bigint and are more than any plan. */
const WHOLE_DONG = /^(?:0|[1-9]\d{0,17})$/;
const POSITIVE_DONG = /^[1-9]\d{0,17}$/;

/** Whole đồng as decimal text of at most 18 digits; from 0 on, or from 1 where it must be `positive`. */
export function DongField(options: FieldOptions & { readonly positive?: boolean }): PropertyDecorator {
  const pattern = options.positive ? POSITIVE_DONG : WHOLE_DONG;
  return field(options, { type: 'string', pattern: pattern.source }, Matches(pattern));
}

/** A list of exactly `length` sums as in `DongField`. */
export function DongListField(options: FieldOptions & { readonly length: number }): PropertyDecorator {
  const { length } = options;
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', pattern: WHOLE_DONG.source },
      minItems: length,
      maxItems: length,
    },
    IsArray(),
    ArrayMinSize(length),
    ArrayMaxSize(length),
    Matches(WHOLE_DONG, { each: true }),
  );
}

/** The id of something in the system. */
export function IdField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'uuid' }, IsUUID());
}

/** Ids of at most `max` things, at least of one and of none twice. */
export function IdsField(options: FieldOptions & { readonly max: number }): PropertyDecorator {
  const { max } = options;
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: max,
      uniqueItems: true,
    },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );
}

/** The dates that `plainDate` takes: what passes here never makes a handler throw. */
const IS_DATE = ValidateBy({
  name: 'isIso8601',
  validator: { validate: (value) => typeof value === 'string' && parsePlainDate(value) !== undefined },
});

/** A date without time, `YYYY-MM-DD`, that the calendar has, of the years 1900 to 2199. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'date' }, IS_DATE);
}

const INSTANT = /^(?<day>\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

const IS_INSTANT = ValidateBy({
  name: 'isInstant',
  validator: {
    validate: (value) => {
      const day = typeof value === 'string' ? INSTANT.exec(value)?.groups?.['day'] : undefined;
      return (
        day !== undefined && parsePlainDate(day) !== undefined && !Number.isNaN(Date.parse(String(value)))
      );
    },
  },
});

/** An instant, ISO 8601 with its offset, of the years 1900 to 2199. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time' }, IS_INSTANT);
}

/** One of a fixed set of words. */
export function ChoiceField(options: FieldOptions & { readonly of: readonly string[] }): PropertyDecorator {
  return field(options, { type: 'string', enum: [...options.of] }, IsIn(options.of));
}

export function FlagField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean());
}

/** A whole number from `min` to `max`; also read from the text of a query. */
export function WholeNumberField(
  options: FieldOptions & { readonly min: number; readonly max: number; readonly default?: number },
): PropertyDecorator {
  const { min, max } = options;
  const schema = { type: 'integer', minimum: min, maximum: max, ...pick(options, 'default') } as const;
  return field(
    options,
    schema,
    Type(() => Number),
    IsInt(),
    Min(min),
    Max(max),
  );
}

/** An object of the class `of`. */
export function ObjectField(options: FieldOptions & { readonly of: new () => object }): PropertyDecorator {
  const { of } = options;
  return field(
    options,
    { type: of },
    IsObject(),
    ValidateNested(),
    Type(() => of),
  );
}

/** A list of `min` (0) to `max` objects of the class `of`. */
export function ObjectsField(options: {
  readonly of: new () => object;
  readonly min?: number;
  readonly max: number;
  readonly description?: string;
  readonly optional?: boolean;
}): PropertyDecorator {
  const { of, min = 0, max, optional = false } = options;
  // They are asked in this order, and the first that is broken is reported.
  const rules = [
    Type(() => of),
    ValidateNested({ each: true }),
    ArrayMaxSize(max),
    ...(min > 0 ? [ArrayMinSize(min)] : []),
    IsArray(),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
  ];
  const shown = ApiProperty({ type: [of], required: !optional, ...pick(options, 'description') });
  return (target, key) => {
    for (const decorate of [...rules, shown]) decorate(target, key);
  };
}

function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  const documented = {
    ...schema,
    description,
    required: !optional,
    ...(nullable ? { nullable } : {}),
    ...pick(options, 'example'),
  } as ApiPropertyOptions;
  // Not @IsOptional(): it would let null through where only leaving out is meant.
  const given = ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null));
  return (target, key) => {
    for (const decorate of [ApiProperty(documented), given, ...rules]) decorate(target, key);
  };
}

/** `key` with its value where `source` has it: an option that is left out must not appear as undefined. */
function pick(source: object, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([name]) => name === key));
}

/** How many items a page has at most. */
export const LimitField = (): PropertyDecorator =>
  WholeNumberField({
    description: 'At most this many items',
    optional: true,
    min: 1,
    max: 500,
    default: 100,
  });

/** After which item a page starts. */
export const CursorField = (): PropertyDecorator =>
  TextField({ description: 'The `nextCursor` of the page before', optional: true, max: 1000 });

/** What every list accepts (contract, section 4). */
export class ListQuery {
  @LimitField()
  limit: number = 100;

  @CursorField()
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
