import { Param, ParseUUIDPipe } from '@nestjs/common';
import { problems } from './messages';

/** The path's `:id`. What is no UUID can't be the id of anything: 404 NOT-FOUND. */
export function Id(): ParameterDecorator {
  return Param('id', new ParseUUIDPipe({ exceptionFactory: problems.idUnknown }));
}
