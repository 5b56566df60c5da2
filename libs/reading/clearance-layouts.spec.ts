import fc from 'fast-check';
import { plainDateFromSerial } from '@thongvon/kernel';
import { exitCodeOf, readWorkbook } from './index';
import { portfolios } from './testing/portfolio';
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

describe('land-clearance tables in layouts that nobody has seen', () => {
  it('are read as written or refused with a reason, never read wrong', () => {
    let right = 0;
    const runs = 200;
    fc.assert(
      fc.property(invented, ([portfolio, projects, layout]) => {
        const reading = readWorkbook(writeClearance(projects, portfolio, layout));
        if (exitCodeOf(reading) !== 0) return;
        expect([reading.kinds, reading.asOf]).toEqual([['land-clearance'], '2023-06-21']);
        expect(reading.landClearance).toEqual(
          projects.map((project) => expect.objectContaining(expected(project, layout)) as unknown),
        );
        right += 1;
      }),
      { numRuns: runs },
    );
    // What is refused has amounts typed so that they can be read in two ways.
    expect(right / runs).toBeGreaterThan(0.8);
  });
});
