import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Account,
  CreateFirstAdmin,
  OrganizationsModule,
  type FirstAdmin,
} from '@thongvon/organizations';
import { PlatformModule, type Environment } from '@thongvon/platform';
import { clockOfRunningSystem } from '../running-system';

@Module({})
class AdminModule {}

/** Makes the administrator in the database of `environment`. Throws ADMINISTRATOR-EXISTS and USER-EMAIL-TAKEN. */
export async function createAdministrator(environment: Environment, admin: FirstAdmin): Promise<Account> {
  const clock = await clockOfRunningSystem(environment);
  const context = await NestFactory.createApplicationContext(
    { module: AdminModule, imports: [PlatformModule.with(environment, clock), OrganizationsModule] },
    { logger: false, abortOnError: false },
  );
  try {
    return await context.get(CreateFirstAdmin).run(admin);
  } finally {
    await context.close();
  }
}
