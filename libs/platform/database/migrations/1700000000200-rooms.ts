import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BEFORE, IN_ROOMS } from './rooms/functions';
import { FIRST_PUBLISHED } from './rooms/published-views';
import { FIRST_ROOMS } from './rooms/tables';

/**
 * A table belongs to one room of the house and stands in the schema of that room's name; others read it through a view
 * that the room publishes (docs/adr/0170-a-room-is-a-schema.md). Names only: no row is touched.
 */
export class Rooms1700000000200 implements MigrationInterface {
  readonly name = 'Rooms1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const [room, { tables, functions }] of Object.entries(FIRST_ROOMS)) {
      await runner.query(`CREATE SCHEMA ${room}`);
      for (const table of tables) await runner.query(`ALTER TABLE public.${table} SET SCHEMA ${room}`);
      for (const name of functions) await runner.query(`ALTER FUNCTION public.${name} SET SCHEMA ${room}`);
    }
    await runner.query('ALTER VIEW public.return_contributor SET SCHEMA returns');
    for (const body of IN_ROOMS) await runner.query(body);
    for (const [view, { of, columns }] of Object.entries(FIRST_PUBLISHED)) {
      const room = view.split('.')[0] ?? '';
      await runner.query(`CREATE VIEW ${view} AS SELECT ${columns} FROM ${room}.${of}`);
      await runner.query(`COMMENT ON VIEW ${view} IS 'What other rooms may read of ${room}.${of}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of Object.keys(FIRST_PUBLISHED)) await runner.query(`DROP VIEW ${view}`);
    await runner.query('ALTER VIEW returns.return_contributor SET SCHEMA public');
    for (const [room, { tables, functions }] of Object.entries(FIRST_ROOMS)) {
      for (const table of tables) await runner.query(`ALTER TABLE ${room}.${table} SET SCHEMA public`);
      for (const name of functions) await runner.query(`ALTER FUNCTION ${room}.${name} SET SCHEMA public`);
      await runner.query(`DROP SCHEMA ${room}`);
    }
    for (const body of BEFORE) await runner.query(body);
  }
}
