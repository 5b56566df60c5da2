import { type ComponentType, lazy, Suspense } from 'react';
import { useParams } from 'wouter';
import { useToday } from '../../api/session';
import { type Messages, useText, useWording, type Wording } from '../../language';
import { Loading, NotFound } from '../../shared';
import { usePageTitle } from '../../shared/page';
import { Tabs } from '../../shared/tabs';
import './administration.css';
import type { SectionProps } from './common';

/** What the administrator keeps, one section at a time, each at an address of its own. */
export function AdministrationPage() {
  const t = useText(messages);
  const wording = useWording();
  const { section } = useParams<{ section?: string }>();
  const shown = section === undefined ? SECTIONS[0] : SECTIONS.find(({ path }) => path === section);
  const today = useToday();
  usePageTitle(shown === undefined ? t.pageTitle : `${wording(shown.name)} – ${t.pageTitle}`);
  const tabs = SECTIONS.map(({ path, name }) => ({ href: addressOf(path), name: wording(name) }));
  return (
    <main id="main">
      <h1 className="page-head">{t.pageTitle}</h1>
      <Tabs label={t.parts} className="ad-parts" tabs={tabs} open={shown && addressOf(shown.path)} />
      {shown === undefined && <NotFound />}
      {shown !== undefined && (
        <Suspense fallback={<Loading />}>
          {today === undefined ? <Loading /> : <shown.shown today={today} />}
        </Suspense>
      )}
    </main>
  );
}

const addressOf = (path: string): string => `/quan-tri/${path}`;

type Shown = ComponentType<SectionProps>;

interface Section {
  /** Last part of its address: `/quan-tri/nhat-ky`. */
  readonly path: string;
  readonly name: Wording;
  readonly shown: Shown;
}

/** A section of its own chunk, loaded when it is first opened. */
function section(path: string, vi: string, en: string, load: () => Promise<Shown>): Section {
  return { path, name: { vi, en }, shown: lazy(async () => ({ default: await load() })) };
}

/** Every section, in the order in which they are named; the first is shown where the address names none. */
const SECTIONS: readonly Section[] = [
  section('tai-khoan', 'Tài khoản', 'Accounts', () => import('./accounts').then((m) => m.Accounts)),
  section('don-vi', 'Đơn vị', 'Organisations', () => import('./organizations').then((m) => m.Organizations)),
  section('lich-bao-cao', 'Lịch báo cáo', 'Reporting calendar', () =>
    import('./reporting-calendar').then((m) => m.ReportingCalendar),
  ),
  section('thang-nhac-viec', 'Thang nhắc việc', 'Escalation', () =>
    import('./escalation').then((m) => m.Escalation),
  ),
  section('nguoi-nhan', 'Người nhận thư', 'Recipients', () =>
    import('./recipients').then((m) => m.Recipients),
  ),
  section('ngay-nghi', 'Ngày nghỉ', 'Holidays', () => import('./holidays').then((m) => m.Holidays)),
  section('quy-tac', 'Quy tắc cảnh báo', 'Alert rules', () => import('./rules').then((m) => m.Rules)),
  section('thu', 'Thư đã gửi', 'Mails', () => import('./mails').then((m) => m.Mails)),
  section('viec-nen', 'Việc nền', 'Background work', () => import('./jobs').then((m) => m.Jobs)),
  section('da-tra-loi', 'Đơn vị đã trả lời', 'Answered by offices', () =>
    import('./profiles').then((m) => m.Profiles),
  ),
  section('tu-vung', 'Từ vựng', 'Vocabulary', () => import('./vocabulary').then((m) => m.Vocabulary)),
  section('nhat-ky', 'Nhật ký', 'Audit trail', () => import('./audit-trail').then((m) => m.AuditTrail)),
];

const messages = {
  pageTitle: { vi: 'Quản trị', en: 'Administration' },
  parts: { vi: 'Các phần của trang quản trị', en: 'Parts of the administration' },
} satisfies Messages;
