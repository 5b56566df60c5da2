import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { TasksModule } from '@thongvon/tasks';
import { FindDebts } from './application/find-debts';
import { ReminderSchedule, RemindToday } from './application/remind-today';
import { OwedReturns, RemindedReturns, RemindersGiven } from './application/owed-returns';
import { ListDuties, ReportingDuties } from './application/reporting-duties';
import { Reminder, ReminderDay, ReportingDuty } from './persistence/entities/reporting-duty';

const ENTITIES = [Reminder, ReminderDay, ReportingDuty];

const USE_CASES = [ListDuties, OwedReturns, RemindedReturns, RemindersGiven, RemindToday, ReportingDuties];

/** Who owes which return when, what is owed, and reminders of returns, actions and tasks. Needs the PlatformModule. */
@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    BlockersModule,
    LandClearanceModule,
    OrganizationsModule,
    TasksModule,
  ],
  providers: [...USE_CASES, FindDebts, ReminderSchedule],
  exports: USE_CASES,
})
export class ReportingDutiesModule {}
