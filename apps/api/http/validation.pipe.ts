import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblem } from '@thongvon/contracts';
import { Problem } from '@thongvon/platform';
import { validationMessage } from './validation-messages';

/** Lets through what the DTO describes and nothing else; the problem VALIDATION names each field at fault. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    // A text that is missing is not also too short: one reason a field.
    stopAtFirstError: true,
    // Problem documents and logs must not repeat what was sent, which may be a password.
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => validationProblem(errors.flatMap((error) => fieldProblems(error))),
  });
}

function validationProblem(fields: readonly FieldProblem[]): Problem {
  return new Problem(
    400,
    'VALIDATION',
    `Dữ liệu gửi lên chưa đúng: ${fields.map(({ field, message }) => `${field} ${message}`).join('; ')}.`,
    `The request is not as described: ${fields.map(({ field, messageEn }) => `${field} ${messageEn}`).join('; ')}.`,
    { fields },
  );
}

function fieldProblems({ property, constraints, children = [] }: ValidationError, path = ''): FieldProblem[] {
  const field = path === '' ? property : `${path}.${property}`;
  const own = Object.keys(constraints ?? {}).map((rule) => ({ field, rule, ...validationMessage(rule) }));
  return [...own, ...children.flatMap((child) => fieldProblems(child, field))];
}
