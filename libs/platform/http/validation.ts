import { type ValidationError, ValidationPipe } from '@nestjs/common';
import type { FieldProblem } from '@thongvon/api-contract';
import { Problem } from '../problems/problem';

/** Lets through what the DTO describes and nothing else; the problem VALIDATION names the first fields at fault. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    // A text that is missing is not also too short: one reason a field.
    stopAtFirstError: true,
    // Problem documents and logs must not repeat what was sent, which may be a password.
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => validationProblem(firstFields(errors)),
  });
}

/** One more than a problem names, so that it can say that there are more. */
function firstFields(errors: readonly ValidationError[]): BrokenField[] {
  const found: BrokenField[] = [];
  const look = ({ property, constraints, children = [] }: ValidationError, path: string): void => {
    if (found.length > MOST_FIELDS) return;
    const field = path === '' ? property : `${path}.${property}`;
    found.push(...Object.keys(constraints ?? {}).map((rule) => ({ field, rule })));
    for (const child of children) look(child, field);
  };
  for (const error of errors) look(error, '');
  return found;
}

/** How many fields a problem names, and how many characters of a name that the caller made up. */
export const MOST_FIELDS = 20;
const NAME = 100;

/** A field that breaks a rule, before it is put into words. */
interface BrokenField {
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

/** What breaks a rule of class-validator, Vietnamese and English, by the rule's name. */
const MESSAGES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  isString: ['phải là chữ', 'must be a text'],
  minLength: ['quá ngắn hoặc bỏ trống', 'is too short or empty'],
  maxLength: ['quá dài', 'is too long'],
  matches: ['chứa ký tự hoặc dạng không được phép', 'has characters or a form that is not allowed'],
  isEmail: ['phải là địa chỉ thư điện tử', 'must be an e-mail address'],
  isIn: ['không thuộc các giá trị cho phép', 'is none of the allowed values'],
  isUuid: ['phải là mã UUID', 'must be a UUID'],
  isIso8601: [
    'phải là ngày có thật dạng YYYY-MM-DD, từ năm 1900 đến 2199',
    'must be a real date, YYYY-MM-DD, of the years 1900 to 2199',
  ],
  isInstant: [
    'phải là thời điểm có múi giờ, như 2023-06-23T08:00:00+07:00',
    'must be an instant with its offset, as 2023-06-23T08:00:00+07:00',
  ],
  isInt: ['phải là số nguyên', 'must be a whole number'],
  min: ['nhỏ hơn mức cho phép', 'is less than allowed'],
  max: ['lớn hơn mức cho phép', 'is more than allowed'],
  isBoolean: ['phải là true hoặc false', 'must be true or false'],
  isArray: ['phải là danh sách', 'must be a list'],
  arrayMaxSize: ['có quá nhiều phần tử', 'has too many items'],
  storableText: [
    'chứa ký tự không lưu được (ký tự NUL hoặc nửa ký tự)',
    'has characters that can not be stored (NUL, or half a character)',
  ],
  whitelistValidation: ['không phải trường được biết', 'is not a known field'],
};

const OTHER = ['không hợp lệ', 'is not valid'] as const;

function validationMessage(rule: string): { message: string; messageEn: string } {
  const [message, messageEn] = MESSAGES[rule] ?? OTHER;
  return { message, messageEn };
}
