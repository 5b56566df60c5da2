import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AuditSubjectKind, AuditSubjectView } from '@thongvon/contracts';
import { usePreferences } from '../../language';

/** Where a thing of this kind has a page. */
const PAGES: Readonly<Partial<Record<AuditSubjectKind, string>>> = {
  return: '/bao-cao',
  project: '/du-an',
  blocker: '/vuong-mac',
};

interface SubjectNameProps {
  readonly subject: AuditSubjectView;
  /** Beside the kind. */
  readonly children?: ReactNode;
}

/** What something is called, with its kind below, and a link where it has a page. */
export function SubjectName({ subject, children }: SubjectNameProps) {
  const { language } = usePreferences();
  const { kind, id, label, labelEn, name } = subject;
  const page = PAGES[kind];
  return (
    <>
      {name === null ? (
        <span className="cell">{id.slice(0, 8)}</span>
      ) : page === undefined ? (
        name
      ) : (
        <Link href={`${page}/${id}`}>{name}</Link>
      )}
      <span className="sub">
        {language === 'vi' ? label : labelEn}
        {children}
      </span>
    </>
  );
}
