import { ListProjectFigures, ListStandings, Reconcile, TraceFigures } from '@thongvon/capital';
import type { Held } from './district';
import { sumsOf, type NaiveSums } from './naive';
import { add, figuresOf, planOn } from './naive-ledger';
import { DECIDED } from './portfolio';
import { cut, isIn, pick, same, type Asked } from './question';

/** How each project of the slice stands. */
export async function standings(asked: Asked): Promise<number> {
  const { query, slice, actor, district, projects } = asked;
  const { items } = await district.system.app
    .get(ListStandings)
    .list(actor, { ...query, ...slice, limit: 100 });
  const expected = rowsOf(
    asked,
    projects.filter((one) => isIn(slice, one)),
  );
  const found = items.map(
    (row) => [row.id, { ...pick(row as unknown as NaiveSums), asOf: row.asOf }] as const,
  );
  same('standings', asked, new Map(found), expected);
  return expected.size;
}

/** The sums of each project, and that its lines add up to them. */
export async function projectFigures(asked: Asked): Promise<number> {
  const { query, actor, district, projects } = asked;
  const { items } = await district.system.app.get(ListProjectFigures).list(actor, { ...query, limit: 100 });
  const found = items.map(
    (row) => [row.id, { ...pick(row as unknown as NaiveSums), asOf: row.asOf }] as const,
  );
  const expected = rowsOf(asked, projects);
  same('project figures', asked, new Map(found), expected);
  for (const { lines, planned: whole, disbursed } of items) {
    const sum = (field: 'planned' | 'disbursed'): string | null =>
      add(lines.map((line) => (line[field] === null ? null : BigInt(line[field]))))?.toString() ?? null;
    same('lines of a project', asked, [whole, disbursed], [sum('planned'), sum('disbursed')]);
  }
  return expected.size;
}

/** A row for each project with lines. */
function rowsOf(asked: Asked, projects: readonly Held[]) {
  const { plan, reported, open } = cut(asked, projects);
  return new Map(
    projects.flatMap((project) => {
      const is = (line: { readonly project: { readonly id: string } }): boolean =>
        line.project.id === project.id;
      const [lines, ownOpen] = [[...plan, ...reported].filter(is), open.filter(is)];
      if (lines.length === 0 && ownOpen.length === 0) return [];
      const dates = [...lines, ...ownOpen].flatMap(({ on }) => on ?? []);
      const sums = sumsOf(lines, ownOpen, asked.query.source !== undefined);
      return [[project.id, { ...sums, asOf: dates.toSorted().at(-1) ?? null }] as const];
    }),
  );
}

/** What the boards report beside what the Treasury has paid. */
export async function reconciliation(asked: Asked): Promise<number> {
  const { query, actor, district, projects, approved } = asked;
  const { items } = await district.system.app
    .get(Reconcile)
    .rows(actor, { planYear: 2023, asOf: query.asOf, limit: 100 });
  const expected = projects.flatMap(({ id, code }) => {
    const of = (basis: 'reported' | 'treasury') =>
      figuresOf(approved, code, basis).flatMap(({ type, from, until, lines }) =>
        type === 'current-year' && from <= query.asOf && until > query.asOf ? lines : [],
      );
    const sides = [of('reported'), of('treasury')] as const;
    const isWhole = sides.flat().some(({ source }) => source === 'unspecified');
    const keys = isWhole ? [null] : [...new Set(sides.flat().map(({ source }) => source))];
    return keys.map((key) => {
      const [board, treasury] = sides.map((lines) => {
        const own = lines.filter(({ source }) => key === null || source === key);
        return own.length === 0
          ? undefined
          : (add(own.map(({ disbursed }) => disbursed))?.toString() ?? null);
      });
      return [`${id} ${key ?? ''}`, [board, treasury]] as const;
    });
  });
  const found = items.map(
    ({ project, source, board, treasury }) =>
      [`${project.id} ${source?.code ?? ''}`, [board?.disbursed, treasury?.disbursed]] as const,
  );
  same('reconciliation', asked, new Map(found), new Map(expected));
  for (const { board, treasury, difference } of items)
    if (board?.disbursed != null && treasury?.disbursed != null)
      same(
        'difference',
        asked,
        difference,
        (BigInt(treasury.disbursed) - BigInt(board.disbursed)).toString(),
      );
  return expected.length;
}

/** What the project's page draws: the plan before and after each decision, and the figure that counts for each date. */
export async function course(asked: Asked, { id, code }: Held): Promise<number> {
  const { query, actor, district, approved } = asked;
  const found = await district.system.app.get(TraceFigures).trace(actor, id, 2023, query.asOf);
  const plan = (day: string): bigint | null => add([...planOn(approved, code, 'current-year', day).values()]);
  const decided = DECIDED.filter((day) =>
    approved.some(
      (one) =>
        one.type === 'plan' &&
        one.date === day &&
        (one.lines[code] ?? []).some(({ type }) => type === 'current-year'),
    ),
  );
  same(
    'plan by decision',
    asked,
    found.planSteps.map(({ effectiveOn, before, after }) => [effectiveOn, before, after]),
    decided.map((day, index) => {
      const before = decided[index - 1];
      return [
        day,
        before === undefined ? null : (plan(before)?.toString() ?? null),
        plan(day)?.toString() ?? null,
      ];
    }),
  );
  const reported = figuresOf(approved, code, 'reported').flatMap(({ type, from, lines }) => {
    const sum = add(lines.map(({ disbursed }) => disbursed));
    return type !== 'current-year' || sum === null
      ? []
      : [[from, sum.toString(), plan(from)?.toString() ?? null]];
  });
  same(
    'figures by date',
    asked,
    found.course.map(({ asOf, disbursed, planned: then }) => [asOf, disbursed, then]),
    reported,
  );
  return decided.length + reported.length;
}
