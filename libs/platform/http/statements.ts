import { Reflector } from '@nestjs/core';

/**
 * How many statements an answer of the handler may take in PostgreSQL, at most, whatever is asked for and however many rows there
 * are: the guards' one statement, which finds out who is calling, and the beginning and end of a transaction come on top;
 * with a replica, so do the questions where the primary and it stand (docs/adr/0197). Every
 * GET handler has it; test/e2e/statements.spec.ts counts what is really sent, and fails above it (docs/adr/0189).
 *
 *   @Get('summary')
 *   @Statements(2)
 */
export const Statements = Reflector.createDecorator<number>();
