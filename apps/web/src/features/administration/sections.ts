import { lazy, type ComponentType } from 'react';
import type { sectionNames } from './section-names';

interface Section {
  /** Last part of its address: `/quan-tri/nhat-ky`. */
  readonly path: string;
  readonly name: keyof typeof sectionNames;
  readonly shown: ComponentType;
}

/** A section of its own chunk, loaded when it is first opened. */
function section(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/** Every section, in the order in which they are named; the first is shown where the address names none. */
export const SECTIONS: readonly Section[] = [
  {
    path: 'tai-khoan',
    name: 'accounts',
    shown: section(async () => (await import('./accounts')).Accounts),
  },
  {
    path: 'don-vi',
    name: 'organizations',
    shown: section(async () => (await import('./organizations')).Organizations),
  },
  {
    path: 'lich-bao-cao',
    name: 'calendar',
    shown: section(async () => (await import('./reporting-calendar')).ReportingCalendar),
  },
  {
    path: 'nguoi-nhan',
    name: 'recipients',
    shown: section(async () => (await import('./recipients')).Recipients),
  },
  {
    path: 'ngay-nghi',
    name: 'holidays',
    shown: section(async () => (await import('./holidays')).Holidays),
  },
  { path: 'quy-tac', name: 'rules', shown: section(async () => (await import('./rules')).Rules) },
  { path: 'thu', name: 'mails', shown: section(async () => (await import('./mails')).Mails) },
  { path: 'viec-nen', name: 'jobs', shown: section(async () => (await import('./jobs')).Jobs) },
  {
    path: 'da-tra-loi',
    name: 'profiles',
    shown: section(async () => (await import('./profiles')).Profiles),
  },
  {
    path: 'tu-vung',
    name: 'vocabulary',
    shown: section(async () => (await import('./vocabulary')).Vocabulary),
  },
  {
    path: 'nhat-ky',
    name: 'auditTrail',
    shown: section(async () => (await import('./audit-trail')).AuditTrail),
  },
];
