import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { MOST_FIELDS, validationProblem, type BrokenField } from './validation-problem';

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
