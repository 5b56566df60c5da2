import { Link } from 'wouter';
import type { RemarkCellRequest } from '@thongvon/api-contract';
import { address } from '../api/client';
import { useUser } from '../api/session';
import { keepTyped } from './form/kept-fields';

/** What is known of a blocker before it is written down. */
export interface OpenedFrom {
  readonly projectId?: string | undefined;
  /** The remark that it is opened from. */
  readonly source?: RemarkCellRequest | undefined;
}

/** Under which key what is typed of a new blocker is kept. */
export const newBlockerDraft = ({ projectId = '', source }: OpenedFrom, userId: string): string =>
  ['blocker', 'new', projectId, source?.returnId, source?.sheet, source?.cell, userId].join(':');

interface OpenBlockerLinkProps extends OpenedFrom {
  readonly label: string;
  /** What stands in the way, as the remark says it; its writer goes on from there. */
  readonly description?: string;
  readonly about?: string;
  readonly className?: string;
}

/** Leads to the page on which a blocker is written down. Words are handed over in this tab: no address holds what may name people. */
export function OpenBlockerLink(props: OpenBlockerLinkProps) {
  const { projectId, source, label, description, about, className = 'btn' } = props;
  const { id, role } = useUser();
  if (role !== 'reporter') return null;
  const { returnId, sheet, cell } = source ?? {};
  const href = address('/ghi-vuong-mac', { project: projectId, return: returnId, sheet, cell });
  const hand = () =>
    description !== undefined && keepTyped(newBlockerDraft({ projectId, source }, id), { description });
  return (
    <Link
      href={href}
      className={`${className} noprint`}
      aria-label={about === undefined ? undefined : `${label}: ${about}`}
      onClick={hand}
    >
      {label}
    </Link>
  );
}
