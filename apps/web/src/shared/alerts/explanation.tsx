import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AlertDetailView, AlertFigureView, Role, ThresholdView } from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { useFormats, useSaid, useText } from '../../language';
import { Amount } from '../values';
import { contractsOf } from '../links';
import { planYearOf } from '../plan-year';
import { Section } from '../page';
import { SourceLink } from '../source/source-link';
import { bases, messages, severities, thresholdUnits } from './messages';
import { isAboutContract } from './alert-mark';

/** The rule with the thresholds that counted, where it is from, and the numbers, each with its source where returns tell it. */
export function Explanation({ alert }: { readonly alert: AlertDetailView }) {
  const t = useText(messages);
  const grounds = useText(bases);
  const gravity = useText(severities);
  const formats = useFormats();
  const say = useSaid();
  const { role } = useUser();
  const { rule, week, revision, figures } = alert.explanation;
  return (
    <>
      <Section title={t.why}>
        <dl className="al-facts">
          <dt>{t.rule}</dt>
          <dd>
            {say(rule, 'title')}
            {role === 'administrator' && (
              <>
                {' · '}
                <Link href="/quan-tri/quy-tac">{t.ruleLink}</Link>
              </>
            )}
          </dd>
          <dt>{t.severity}</dt>
          <dd>{gravity[alert.severity]}</dd>
          <dt>{t.basis}</dt>
          <dd>
            {grounds[alert.basis]}. {say(rule, 'citation')}
          </dd>
          <dt>{t.thresholds}</dt>
          <dd>
            {rule.thresholds.length === 0 ? (
              t.noThresholds
            ) : (
              <ul>
                {rule.thresholds.map((threshold) => (
                  <Threshold key={threshold.key} threshold={threshold} />
                ))}
              </ul>
            )}
          </dd>
        </dl>
      </Section>
      <Section title={t.numbers(formats.date(week), revision)}>
        <dl className="al-facts al-numbers">
          {figures.map((figure) => (
            <Figure key={figure.labelEn} name={say(figure, 'label')}>
              <Value figure={figure} alert={alert} />
            </Figure>
          ))}
        </dl>
        <SourcePages alert={alert} />
      </Section>
    </>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Threshold({ threshold }: { readonly threshold: ThresholdView }) {
  const formats = useFormats();
  const units = useText(thresholdUnits);
  const say = useSaid();
  const { value, unit, origin } = threshold;
  return (
    <li>
      {say(threshold, 'label')}: <span className="n strong">{formats.threshold(value)}</span>
      {`\u00a0${units[unit]}`} <span className="small muted">({origin})</span>
    </li>
  );
}

interface ValueProps {
  readonly figure: AlertFigureView;
  readonly alert: AlertDetailView;
}

function Value({ figure: { kind, value, source }, alert }: ValueProps) {
  const t = useText(messages);
  const formats = useFormats();
  if (value === null) return <span className="muted">{t.unknown}</span>;
  switch (kind) {
    case 'amount': {
      const { project, planYear, explanation } = alert;
      const amount = <Amount value={value} unit />;
      if (source === null || project === null) return amount;
      const asOf = explanation.week;
      return (
        <SourceLink
          number={{ projectId: project.id, planYear: planYear ?? planYearOf(asOf), asOf, field: source }}
        >
          {amount}
        </SourceLink>
      );
    }
    case 'rate':
      return <span className="n">{formats.percent(Number(value))}</span>;
    case 'points':
      return t.points(formats.rate(Number(value)));
    case 'date':
      return <span className="n">{formats.date(value)}</span>;
    case 'days':
      return t.days(value);
    case 'weeks':
      return t.weeks(value);
    case 'name':
      return value;
  }
}

type PageName =
  'toBlocker' | 'toContracts' | 'toProject' | 'toReconciliation' | 'toReview' | 'toReturns' | 'toOverview';

/** The pages on which what an alert is about can be seen and worked on. */
function SourcePages({ alert }: { readonly alert: AlertDetailView }) {
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
