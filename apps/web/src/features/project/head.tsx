import { Link } from 'wouter';
import type { BlockerView, ProjectView } from '@thongvon/contracts';
import { useFormats, usePreferences, useText } from '../../language';
import { DueState } from '../../shared/capital-held';
import { PROJECT_KIND_NAMES } from '../../shared/project-kinds';
import { messages } from './messages';
import { worstOf } from './story';
import { useMoney } from './use-money';

interface HeadProps {
  readonly project: ProjectView;
  /** Undefined while they are on their way. */
  readonly blockers: readonly BlockerView[] | undefined;
  readonly today: string;
}

/** Which project it is, and what presses most. */
export function Head({ project, blockers, today }: HeadProps) {
  const t = useText(messages);
  const kinds = useText(PROJECT_KIND_NAMES);
  const { code, name, kind, commune, owner } = project;
  const worst = blockers && worstOf(blockers);
  return (
    <>
      <p className="small muted pj-crumb">
        <Link href="/tong-quan">{t.crumb}</Link> / {kinds[kind]}
      </p>
      <h1>{name}</h1>
      <p className="pj-meta">
        <span className="n">{code ?? t.noCode}</span>
        {[kinds[kind], commune, owner.name].filter((part) => part !== null).map((part) => ` · ${part}`)}
      </p>
      {worst !== undefined && <State blocker={worst} today={today} />}
      {blockers !== undefined && worst === undefined && <p className="pj-state muted">{t.noBlocker}</p>}
    </>
  );
}

function State({ blocker, today }: { readonly blocker: BlockerView; readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { id, description, responsibleUnit, due, state } = blocker;
  return (
    <div className="pj-state">
      <DueState blocker={blocker} today={today} />
      <span>
        <Link href={`/vuong-mac/${id}`}>{description}</Link>. <b>{t.waitsFor(responsibleUnit ?? t.noUnit)}</b>
        {due !== null && `, ${t.dueOn(formats.date(due))}`}.
      </span>
      {state === 'overdue' && <Why blocker={blocker} today={today} />}
    </div>
  );
}

/** The rule and its numbers. */
function Why({ blocker, today }: { readonly blocker: BlockerView; readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { language } = usePreferences();
  const { due, daysOverdue, escalation, capitalHeldBasis } = blocker;
  const { planned, disbursed, setReason } = capitalHeldBasis;
  return (
    <details>
      <summary>{t.why}</summary>
      <p>
        {due !== null && t.whyText(formats.date(due), formats.date(today), daysOverdue ?? 0)}{' '}
        {escalation !== null && t.whyTurn(language === 'vi' ? escalation.label : escalation.labelEn)}{' '}
        {setReason ?? (planned !== null && disbursed !== null && t.whyHeld(money(planned), money(disbursed)))}
      </p>
    </details>
  );
}
