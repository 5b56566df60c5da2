import fc from 'fast-check';
import { plainDateFromSerial } from '@thongvon/kernel';
import { readWorkbook } from './read-workbook';
import { judged, type Outcome, sweep } from './testing/compare';
import { portfolios, type TestPortfolio } from './testing/portfolio';
import {
  clearanceLayouts,
  clearedProjects,
  hasColumn,
  writeClearance,
  type ClearanceLayout,
  type ClearedProject,
} from './testing/write-clearance';

const invented = portfolios().chain((portfolio) =>
  fc.tuple(fc.constant(portfolio), clearedProjects(portfolio), clearanceLayouts()),
);

/** What a correct reading says of a project: null where the table has no column. */
function expected(project: ClearedProject, layout: ClearanceLayout): Record<string, unknown> {
  const of = <Value>(key: keyof ClearedProject, value: Value): Value | null =>
    hasColumn(layout, key) ? value : null;
  const { code, name, blocker, unit, due } = project;
  return {
    code: layout.base.code === 'none' ? null : code,
    name,
    households: project.households,
    inventoried: of('inventoried', project.inventoried),
    approved: of('approved', project.approved),
    paid: of('paid', project.paid),
    handedOver: project.handedOver,
    area: of('area', String(project.area)),
    graves: of('graves', project.graves),
    compensation: of('compensation', project.compensation.toString()),
    compensated: of('compensated', project.compensated.toString()),
    blocker: blocker || null,
    responsibleUnit: of('unit', unit || null),
    due: of('due', due === 0 ? null : plainDateFromSerial(due, false)),
  };
}

function judgeClearance(
  portfolio: TestPortfolio,
  projects: readonly ClearedProject[],
  layout: ClearanceLayout,
): Outcome {
  const reading = readWorkbook(writeClearance(projects, portfolio, layout));
  return judged(reading, () => {
    expect([reading.kinds, reading.asOf]).toEqual([['land-clearance'], '2023-06-21']);
    expect(reading.landClearance).toEqual(
      projects.map((project) => expect.objectContaining(expected(project, layout)) as unknown),
    );
  });
}

describe('land-clearance tables in layouts that nobody has seen', () => {
  it('are read as written or refused with a reason, never read wrong', () => {
    const { read, refused } = sweep({ name: 'land clearance', sample: 200, whole: 4000 }, invented, (one) =>
      judgeClearance(...one),
    );
    // What is refused has amounts typed so that they can be read in two ways.
    expect(read / (read + refused)).toBeGreaterThan(0.8);
  });
});
