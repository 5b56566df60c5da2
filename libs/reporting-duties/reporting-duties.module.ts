import { Module } from '@nestjs/common';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { FindDebts } from './application/find-debts';
import { RemindersGiven, RemindToday } from './application/remind-today';
import { ReminderSchedule } from './jobs/reminder-schedule';

/** Reminders to those who owe a return or an action. Needs the PlatformModule. */
@Module({
  imports: [LandClearanceModule, OrganizationsModule],
  providers: [FindDebts, RemindToday, RemindersGiven, ReminderSchedule],
  exports: [RemindToday, RemindersGiven],
})
export class ReportingDutiesModule {}
