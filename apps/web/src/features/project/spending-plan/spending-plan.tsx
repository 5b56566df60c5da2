import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnteredView } from '@thongvon/api-contract';
import { useUser } from '../../../api/session';
import { useFormats, useText } from '../../../language';
import { QueryStates, Section } from '../../../shared';
import { MonthTable, monthsOf } from '../../../shared/month-sums';
import { enteredQuery } from '../queries';
import type { Story } from '../story';
import { useMoney } from '../use-money';
import { messages } from './messages';
import { SpendingPlanForm } from './spending-plan-form';
import { useCompared } from './use-compared';

interface SpendingPlanProps {
  readonly projectId: string;
  readonly story: Story;
}

/** What the owner means to disburse by each month's end, next to what was: shown to all, typed by the project's reporters. */
export function SpendingPlan({ projectId, story }: SpendingPlanProps) {
  const query = useQuery(enteredQuery(projectId, story.planYear));
  return (
    <QueryStates query={query}>
      {(entered) => <Plan projectId={projectId} story={story} entered={entered} />}
    </QueryStates>
  );
}

interface PlanProps extends SpendingPlanProps {
  readonly entered: EnteredView;
}

function Plan({ projectId, story, entered }: PlanProps) {
  const t = useText(messages);
  const { role } = useUser();
  const [isTyping, setTyping] = useState(false);
  const finding = useFinding(entered, story);
  const { spendingPlan: plan } = entered;
  return (
    <Section className="pj-own-plan" title={finding ?? t.title(story.planYear)}>
      {plan !== null && <Known entered={entered} plan={plan} story={story} />}
      {plan === null && !isTyping && <p className="muted pj-note">{t.none}</p>}
      {isTyping ? (
        <SpendingPlanForm
          projectId={projectId}
          story={story}
          entered={entered}
          onDone={() => setTyping(false)}
        />
      ) : (
        role === 'reporter' && (
          <button type="button" className="btn noprint" onClick={() => setTyping(true)}>
            {plan === null ? t.enter : t.change}
          </button>
        )
      )}
    </Section>
  );
}

/** What it comes to, as a sentence; undefined while no month can be compared. */
function useFinding({ months }: EnteredView, { planYear }: Story): string | undefined {
  const t = useText(messages);
  const money = useMoney();
  const last = months.findLast(({ ahead }) => ahead !== null);
  const name = monthsOf(planYear).find(({ end }) => end === last?.end)?.name;
  if (last?.ahead == null || name === undefined) return undefined;
  const { ahead } = last;
  if (ahead === '0') return t.onPlan(name);
  return (ahead.startsWith('-') ? t.behind : t.ahead)(name, money(ahead.replace('-', '')));
}

interface KnownProps {
  readonly entered: EnteredView;
  readonly plan: NonNullable<EnteredView['spendingPlan']>;
  readonly story: Story;
}

function Known({ entered, plan, story }: KnownProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const beside = useCompared(entered, story.today);
  const sums = plan.months.map(({ cumulative }) => BigInt(cumulative));
  const last = plan.months.at(-1)?.cumulative ?? '0';
  const { spendingPlanRate: share } = entered;
  const notes = [
    share === null ? null : t.all(money(last), formats.percent(share)),
    plan.document,
    t.entered(formats.instant(plan.at)),
  ];
  return (
    <>
      <p className="pj-note">{notes.filter((note) => note !== null).join('; ')}</p>
      <details className="pj-months">
        <summary>{t.show}</summary>
        <MonthTable planYear={story.planYear} caption={t.title(story.planYear)} sums={sums} beside={beside} />
      </details>
    </>
  );
}
