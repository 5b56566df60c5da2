import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AuditSubjectKind, AuditSubjectView } from '@thongvon/api-contract';
import { useSaid } from '../../language';

/** Where a thing of this kind has a page. */
const PAGES: Readonly<Partial<Record<AuditSubjectKind, string>>> = {
  return: '/bao-cao',
  project: '/du-an',
  blocker: '/vuong-mac',
};
/** There is one of them only: its kind says all. */
const SINGLE: readonly AuditSubjectKind[] = ['audit-trail', 'demo'];
const UUID = /^[\da-f]{8}-[\da-f-]{27}$/i;

/** What something is called, with its kind below, `children` next to it, and a link where it has a page. */
export function SubjectName({ subject, children }: { subject: AuditSubjectView; children?: ReactNode }) {
  const kind = useSaid()(subject, 'label');
  if (SINGLE.includes(subject.kind)) return kind;
  return (
    <>
      <SubjectLink subject={subject} />
      <span className="sub">
        {kind}
        {children}
      </span>
    </>
  );
}

/** What something is called, linked to its page or to that of its project; of what is gone, the begin of its id. */
export function SubjectLink({ subject }: { readonly subject: AuditSubjectView }) {
  const { kind, id, name, projectId } = subject;
  if (name === null) return <span className="cell">{UUID.test(id) ? `${id.slice(0, 8)}…` : id}</span>;
  const page = PAGES[kind];
  if (page !== undefined) return <Link href={`${page}/${id}`}>{name}</Link>;
  return projectId === null ? name : <Link href={`/du-an/${projectId}`}>{name}</Link>;
}

/** The state of what needs somebody to act. */
export function Failing({ children }: { readonly children: string }) {
  return (
    <span className="alarm">
      <span className="mk mk-over" />
      {children}
    </span>
  );
}
