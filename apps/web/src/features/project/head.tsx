import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BlockerView, ProjectView } from '@thongvon/api-contract';
import { useFormats, usePreferences, useText } from '../../language';
import { Amount } from '../../shared';
import { blockerQuery, DueState } from '../../shared/capital-held';
import { CellLink } from '../../shared/cell-link';
import { PROJECT_KIND_NAMES } from '../../shared/project-kinds';
import { SourceLink } from '../../shared/source/source-link';
import { messages } from './messages';
import { lastDayOf, worstOf } from './story';

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

/** The rule, its numbers, each with its source, and the cell that named the blocker. */
function Why({ blocker, today }: { readonly blocker: BlockerView; readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { language } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const { due, daysOverdue, escalation } = blocker;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.why}</summary>
      {due !== null && <p>{t.whyText(formats.date(due), formats.date(today), daysOverdue ?? 0)}</p>}
      <p>
        <HowHeld blocker={blocker} />
      </p>
      {isOpen && <NamedIn id={blocker.id} />}
      {escalation !== null && <p>{t.turn(language === 'vi' ? escalation.label : escalation.labelEn)}.</p>}
    </details>
  );
}

function HowHeld({ blocker: { project, capitalHeldBasis: basis } }: { readonly blocker: BlockerView }) {
  const t = useText(messages);
  const { setReason, planned, disbursed, planYear, figureAsOf } = basis;
  if (setReason !== null) return setReason;
  if (planned === null || disbursed === null) return null;
  const number = { projectId: project.id, planYear, asOf: figureAsOf ?? lastDayOf(planYear) };
  return (
    <>
      {t.whyHeld}{' '}
      <SourceLink number={{ ...number, field: 'planned' }}>
        <Amount value={planned} unit />
      </SourceLink>{' '}
      {t.whyLess}{' '}
      <SourceLink number={{ ...number, field: 'disbursed' }}>
        <Amount value={disbursed} unit />
      </SourceLink>
      .
    </>
  );
}

/** The cell in which a return named the blocker last; nothing for one that a person wrote down. */
function NamedIn({ id }: { readonly id: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const named = useQuery(blockerQuery(id)).data?.history.findLast(({ source }) => source !== null);
  if (!named?.source) return null;
  return (
    <p>
      {t.whySource(formats.date(named.on))} <CellLink returnId={named.source.returnId} cell={named.source} />.
    </p>
  );
}
