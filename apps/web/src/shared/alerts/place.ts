import type { AlertView } from '@thongvon/api-contract';
import { contractsOf } from '../links';

/** Whether an alert is about a contract, which is followed in a part of its own of the project's page. */
export const isAboutContract = ({ subject }: Pick<AlertView, 'subject'>): boolean =>
  subject.kind === 'guarantee' || subject.kind === 'contract-advance';

/** The page on which what an alert is about is mended; undefined for an office, which has none. */
export function placeOf(alert: Pick<AlertView, 'subject' | 'project'>): string | undefined {
  const { subject, project } = alert;
  if (subject.kind === 'blocker') return `/vuong-mac/${subject.id}`;
  if (project === null) return undefined;
  return isAboutContract(alert) ? contractsOf(project.id) : `/du-an/${project.id}`;
}
