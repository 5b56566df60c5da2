import type { FieldProblem } from '@thongvon/api-contract';
import { Problem } from '@thongvon/platform';
import { validationMessage } from './validation-messages';

/** How many fields a problem names, and how many characters of a name that the caller made up. */
export const MOST_FIELDS = 20;
const NAME = 100;

/** A field that breaks a rule, before it is put into words. */
export interface BrokenField {
  readonly field: string;
  readonly rule: string;
}

/** The problem VALIDATION. Names the first fields only: its size must not grow with what was sent. */
export function validationProblem(broken: readonly BrokenField[]): Problem {
  const fields: FieldProblem[] = broken
    .slice(0, MOST_FIELDS)
    .map(({ field, rule }) => ({ field: shortened(field), rule, ...validationMessage(rule) }));
  const more = broken.length > MOST_FIELDS;
  return new Problem(
    400,
    'VALIDATION',
    `Dữ liệu gửi lên chưa đúng: ${fields.map(({ field, message }) => `${field} ${message}`).join('; ')}${more ? '; và các trường khác' : ''}.`,
    `The request is not as described: ${fields.map(({ field, messageEn }) => `${field} ${messageEn}`).join('; ')}${more ? '; and more' : ''}.`,
    { fields },
  );
}

const shortened = (name: string): string => (name.length > NAME ? `${name.slice(0, NAME)}…` : name);
