import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CapitalModule } from '@thongvon/capital';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import {
  EnsureOrganization,
  EnsureUser,
  OrganizationTree,
  OrganizationsModule,
  type Actor,
} from '@thongvon/organizations';
import { type Role } from '@thongvon/api-contract';
import { parseEnvironment, PlatformModule, SystemClock } from '@thongvon/platform';
import { DocumentsModule } from '@thongvon/documents';
import { ReturnsModule } from '@thongvon/returns';
import { SnapshotsModule } from '@thongvon/snapshots';
import { createTestDatabase } from './test-database';

@Module({})
class TestModule {}

/** The contexts on a database of their own, without HTTP and without a worker: use cases are called directly. */
export interface TestSystem {
  readonly app: INestApplicationContext;
  readonly clock: SystemClock;
  readonly data: DataSource;
  readonly board: Actor;
  /** Sends plans and Treasury statements. */
  readonly finance: Actor;
  /** Approves what `finance` and the board send. */
  readonly approver: Actor;
  close(): Promise<void>;
}

/** Starts the contexts, `further` ones too, and makes a district with its finance office and one board. */
export async function startTestSystem(
  start = new Date('2023-06-01T02:00:00Z'),
  further: readonly Type[] = [],
): Promise<TestSystem> {
  const database = await createTestDatabase();
  const clock = new SystemClock(start);
  const environment = parseEnvironment({ DATABASE_URL: database.url });
  const app = await NestFactory.createApplicationContext(
    {
      module: TestModule,
      imports: [
        PlatformModule.with(environment, clock),
        OrganizationsModule,
        ReturnsModule,
        CapitalModule,
        BlockersModule,
        LandClearanceModule,
        DocumentsModule,
        SnapshotsModule,
        ...further,
      ],
    },
    { logger: ['error'], abortOnError: false },
  );
  const district = await app
    .get(EnsureOrganization)
    .run({ name: 'UBND huyện Thử', kind: 'peoples-committee', effectiveFrom: '2020-01-01' });
  const board = await app.get(EnsureOrganization).run({
    name: 'Ban Quản lý dự án - Đô thị',
    kind: 'project-management-board',
    effectiveFrom: '2020-01-01',
    parentId: district.id,
    reports: true,
  });
  const actor = async (name: string, role: Role, organizationId: string): Promise<Actor> => {
    const { user } = await app
      .get(EnsureUser)
      .run({ email: `${name}@example.test`, name, role, organizationId, password: 'a-long-password' });
    return {
      userId: user.id,
      role,
      organizationId,
      scope: await app.get(OrganizationTree).idsBelow(organizationId),
    };
  };
  return {
    app,
    clock,
    data: app.get(DataSource),
    board: await actor('board', 'reporter', board.id),
    finance: await actor('finance', 'finance-officer', district.id),
    approver: await actor('approver', 'finance-officer', district.id),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
