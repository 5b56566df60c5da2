/** What is asked of PostgreSQL. */
export interface Question {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** One of every type that our reads give out, of no row, one or several, with parameters and without. */
export const QUESTIONS: readonly Question[] = [
  {
    sql: `SELECT n AS id, 12345678901234567890::numeric(20,0) + n AS amount, NULL::numeric AS none FROM generate_series(1, $1::int) n ORDER BY n DESC`,
    parameters: [4],
  },
  {
    sql: `SELECT 9007199254740993 AS big, 0.10::numeric AS rate, count(*) FROM generate_series(1, 3)`,
    parameters: [],
  },
  {
    sql: `SELECT day, day + 1 AS next, 'infinity'::date AS last, $2::timestamptz AS at FROM unnest($1::date[]) AS day`,
    parameters: [['2023-06-21', '1899-12-31'], new Date('2023-06-21T17:00:00.123Z')],
  },
  {
    sql: `SELECT json_build_object('amount', '428137000000', 'count', 3, 'list', ARRAY[1, 2]) AS one, '[{"a": 1.50}]'::jsonb AS many`,
    parameters: [],
  },
  {
    sql: `SELECT ARRAY['a"b', NULL, 'c,d'] AS texts, ARRAY[true, false] AS truths, ARRAY[]::uuid[] AS ids`,
    parameters: [],
  },
  {
    sql: `SELECT true AS yes, NULL::boolean AS unknown, gen.* FROM (SELECT 'Dự án "số 1"' AS name) gen`,
    parameters: [],
  },
  { sql: `SELECT 1 AS never WHERE $1 = 'x'`, parameters: ['y'] },
  {
    sql: `WITH plan AS (SELECT 1 AS n UNION ALL SELECT 2) SELECT n, sum(n) OVER () AS all FROM plan ORDER BY n`,
    parameters: [],
  },
  { sql: `SELECT FROM generate_series(1, 2)`, parameters: [] },
  { sql: `SELECT n AS id, $1::text || n AS name FROM generate_series(1, 2) n`, parameters: ['a'] },
];
