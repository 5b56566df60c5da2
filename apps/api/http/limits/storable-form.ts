import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { ApiRequest } from '../api-request';
import { MOST_FIELDS, validationProblem } from '../validation-problem';
import { unstorableFields } from './unstorable-text';

/** Refuses a form whose fields or file name hold what the database can't. After what reads the form. */
@Injectable()
export class StorableForm implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const form: unknown[] = [request.body, { fileName: request.file?.originalname }];
    const fields = form.flatMap((part) => unstorableFields(part, MOST_FIELDS + 1));
    if (fields.length > 0) throw validationProblem(fields.map((field) => ({ field, rule: 'storableText' })));
    return next.handle();
  }
}
