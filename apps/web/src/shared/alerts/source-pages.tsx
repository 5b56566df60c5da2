import { Link } from 'wouter';
import type { AlertDetailView, Role } from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { useText } from '../../language';
import { contractsOf } from '../contracts-place';
import { messages } from './messages';
import { isAboutContract } from './place';

type PageName =
  'toBlocker' | 'toContracts' | 'toProject' | 'toReconciliation' | 'toReview' | 'toReturns' | 'toOverview';

/** The pages on which what an alert is about can be seen and worked on. */
export function SourcePages({ alert }: { readonly alert: AlertDetailView }) {
  const t = useText(messages);
  const { role } = useUser();
  return (
    <p className="al-pages noprint">
      {pagesOf(alert, role).map(([name, path]) => (
        <Link key={name} href={path}>
          {t[name]}
        </Link>
      ))}
    </p>
  );
}

/** Only those that the role may open. */
function pagesOf(alert: AlertDetailView, role: Role): readonly (readonly [PageName, string])[] {
  const { rule, subject, project, planYear, explanation } = alert;
  const isFinance = role === 'finance-officer' || role === 'finance-head';
  const pages: (readonly [PageName, string])[] = [];
  if (subject.kind === 'blocker') pages.push(['toBlocker', `/vuong-mac/${subject.id}`]);
  if (project !== null && isAboutContract(alert)) pages.push(['toContracts', contractsOf(project.id)]);
  if (project !== null) pages.push(['toProject', `/du-an/${project.id}`]);
  if (rule === 'treasury-differs' && (isFinance || role === 'reporter'))
    pages.push(['toReconciliation', '/doi-chieu']);
  if (rule.startsWith('return-')) {
    if (isFinance) pages.push(['toReview', '/duyet']);
    if (role === 'reporter') pages.push(['toReturns', '/bao-cao']);
  } else if (project === null && planYear !== null)
    pages.push(['toOverview', `/tong-quan?den=${explanation.week}`]);
  return pages;
}
