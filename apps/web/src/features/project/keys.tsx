import type { ReactNode } from 'react';
import type { ProjectClearancePageView, ProjectView, ReckoningView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Amount, RateBar } from '../../shared';
import { figureMark, MovementAmount, useMovementName } from '../../shared/reckoning';
import { SourceLink } from '../../shared/source/source-link';
import { messages } from './messages';
import type { Story } from './story';
import { useMoney } from './use-money';

interface KeysProps {
  readonly project: ProjectView;
  readonly story: Story;
  readonly clearance: ProjectClearancePageView;
  readonly reckoning: ReckoningView;
}

/** Six numbers that say how the project stands. */
export function Keys({ project, story, clearance, reckoning }: KeysProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { standing, planYear, today, milestones } = story;
  const { held, rates } = clearance;
  const { part, whole, value } = rates.byHousehold;
  const movementName = useMovementName();
  const targets = milestones.filter(({ on }) => on >= today).map(({ percent }) => percent);
  const number = { projectId: project.id, planYear, asOf: today };
  const asOf = standing?.asOf ?? null;
  const rate = standing?.rate ?? null;
  const mark = (name: string) => figureMark(`project ${project.code ?? project.id}: ${name}`, reckoning);
  return (
    <dl className="pj-keys">
      <Key name={t.plan(planYear)} mark={mark('planned')}>
        <SourceLink number={{ ...number, field: 'planned' }}>
          <Amount value={standing?.planned ?? null} reason="no-plan" unit />
        </SourceLink>
      </Key>
      <Key name={asOf === null ? t.disbursedNone : t.disbursedTo(formats.shortDate(asOf))}>
        <SourceLink number={{ ...number, field: 'disbursed' }}>
          {rate !== null && <data {...mark('rate')}>{formats.percent(rate)} </data>}
          <small {...mark('disbursed')}>
            <Amount value={standing?.disbursed ?? null} unit />
          </small>
        </SourceLink>
        <RateBar rate={rate === null ? null : Number(rate)} targets={targets.slice(0, 1)} />
      </Key>
      <Key name={movementName(standing?.movement)} mark={mark('change')}>
        <SourceLink number={{ ...number, field: 'weekChange' }}>
          {standing === null ? <Amount value={null} /> : <MovementAmount movement={standing.movement} unit />}
        </SourceLink>
      </Key>
      <Key name={t.held} mark={mark('held')}>
        <SourceLink number={{ ...number, field: 'held' }}>
          <Amount value={held.blockers === 0 ? '0' : held.capitalHeld} unit />
        </SourceLink>
      </Key>
      <Key name={t.forecast}>
        <SourceLink number={{ ...number, field: 'forecast' }}>
          <Forecast story={story} />
        </SourceLink>
      </Key>
      <Key name={t.handedOver}>
        {part === null || whole === null ? (
          <Unsaid>{t.notReported}</Unsaid>
        ) : (
          <>
            {part}/{whole}{' '}
            <small>
              {t.households}
              {value !== null && ` (${formats.percent(value)})`}
            </small>
          </>
        )}
      </Key>
    </dl>
  );
}

function Forecast({ story: { standing } }: { readonly story: Story }) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const percent = standing?.forecastRate ?? null;
  const shortfall = standing?.shortfall ?? null;
  if (percent === null || shortfall === null)
    return <Unsaid>{standing?.pace.reason === 'too-old' ? t.oldForecast : t.noForecast}</Unsaid>;
  return (
    <>
      {formats.percent(percent)} {shortfall !== '0' && <small>{t.short(money(shortfall))}</small>}
    </>
  );
}

const Unsaid = ({ children }: { readonly children: ReactNode }) => (
  <span className="pj-unsaid">{children}</span>
);

interface KeyProps {
  readonly name: string;
  readonly mark?: ReturnType<typeof figureMark>;
  readonly children: ReactNode;
}

function Key({ name, mark, children }: KeyProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="n" {...mark}>
        {children}
      </dd>
    </div>
  );
}
