import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { Link, useParams } from 'wouter';
import { type Messages, useText } from '../../language';
import { Loading, NotFound } from '../../shared';
import { usePageTitle } from '../../shared/page';
import '../../shared/tabs.css';
import './administration.css';

/** What the administrator keeps, one section at a time, each at an address of its own. */
export function AdministrationPage() {
  const t = useText(messages);
  const names = useText(sectionNames);
  const { section } = useParams<{ section?: string }>();
  const shown = section === undefined ? SECTIONS[0] : SECTIONS.find(({ path }) => path === section);
  usePageTitle(shown === undefined ? t.pageTitle : `${names[shown.name]} – ${t.pageTitle}`);
  const links = useRef<HTMLElement>(null);
  // On a phone the links are pushed sideways: the one of this section must be seen.
  useEffect(() => {
    links.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <main id="main">
      <h1 className="ad-head">{t.pageTitle}</h1>
      <nav ref={links} className="tabs ad-parts noprint" aria-label={t.parts}>
        <ul>
          {SECTIONS.map(({ path, name }) => (
            <li key={path}>
              <Link
                href={`/quan-tri/${path}`}
                {...(path === shown?.path ? { 'aria-current': 'page' as const } : {})}
              >
                {names[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {shown === undefined ? (
        <NotFound />
      ) : (
        <Suspense fallback={<Loading />}>
          <shown.shown />
        </Suspense>
      )}
    </main>
  );
}

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
const SECTIONS: readonly Section[] = [
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

const messages = {
  pageTitle: { vi: 'Quản trị', en: 'Administration' },
  parts: { vi: 'Các phần của trang quản trị', en: 'Parts of the administration' },
} satisfies Messages;

/** What each section is called. */
const sectionNames = {
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  organizations: { vi: 'Đơn vị', en: 'Organisations' },
  calendar: { vi: 'Lịch báo cáo', en: 'Reporting calendar' },
  recipients: { vi: 'Người nhận thư', en: 'Recipients' },
  holidays: { vi: 'Ngày nghỉ', en: 'Holidays' },
  rules: { vi: 'Quy tắc cảnh báo', en: 'Alert rules' },
  mails: { vi: 'Thư đã gửi', en: 'Mails' },
  jobs: { vi: 'Việc nền', en: 'Background work' },
  profiles: { vi: 'Đơn vị đã trả lời', en: 'Answered by offices' },
  vocabulary: { vi: 'Từ vựng', en: 'Vocabulary' },
  auditTrail: { vi: 'Nhật ký', en: 'Audit trail' },
} satisfies Messages;
