import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import type { Response } from 'express';
import type { FieldProblem, ProblemDocument } from '@thongvon/api-contract';
import { Problem } from '../problems/problem';
import { INTERNAL, NOT_READY, OTHER, problems, STATUS_TITLES } from './messages';
import { type ApiRequest, requestedPath } from './request';

/** Answers every error as an RFC 9457 document. What nobody foresaw is logged under the id that the caller is informed. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    const { status, code, detail, detailEn, members = {} } = toFailure(error);
    if (status >= 500) this.log(error, request);
    if (response.headersSent) {
      response.end();
      return;
    }
    const { retryAfter } = members;
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
    const document: ProblemDocument = {
      ...members,
      type: 'about:blank',
      title: STATUS_TITLES[status] ?? STATUS_TITLES[400] ?? '',
      status,
      code,
      detail,
      detailEn,
      instance: requestedPath(request),
      requestId: request.requestId,
    };
    response.status(status).type('application/problem+json').send(JSON.stringify(document));
  }

  /** A database error's parameters may hold personal data: its message and stack don't. */
  private log(error: unknown, { requestId }: ApiRequest): void {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(`${requestId} ${message}`, stack);
  }
}

/** What a problem document is made of, whoever raised the error. */
interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** What a thrown error is to the caller. Whatever nobody foresaw is a 500 that tells nothing of its cause. */
function toFailure(error: unknown): Failure {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromHttp(error);
  return { status: 500, ...INTERNAL };
}

function fromHttp(error: HttpException): Failure {
  const cause = causeOf(error);
  const status = error.getStatus();
  if (cause instanceof URIError) return problems.addressMalformed();
  if (cause.name === 'MulterError')
    return status === 413 ? problems.fileTooLarge() : problems.uploadMalformed();
  // Nest names the errors of the multipart parser itself by their message only.
  if (error.message.startsWith('Multipart')) return problems.uploadMalformed();
  return byStatus(status);
}

function byStatus(status: number): Failure {
  if (status === 404) return problems.routeUnknown();
  if (status === 503) return { status, ...NOT_READY };
  if (status === 415) return problems.mediaType();
  return status >= 500 ? { status, ...INTERNAL } : { status, ...OTHER };
}

/** Errors of multer carry a name. */
function causeOf({ cause }: HttpException): { name?: unknown } {
  return typeof cause === 'object' && cause !== null ? cause : {};
}

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

const ANY_OTHER_RULE = ['không hợp lệ', 'is not valid'] as const;

function validationMessage(rule: string): { message: string; messageEn: string } {
  const [message, messageEn] = MESSAGES[rule] ?? ANY_OTHER_RULE;
  return { message, messageEn };
}
