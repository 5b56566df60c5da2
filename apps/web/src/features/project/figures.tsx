import type { ReactNode } from 'react';
import type { ProjectView, ProvenanceView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, Section } from '../../shared';
import { CellLink } from '../../shared/cell-link';
import type { NumberOfProject } from '../../shared/source/number-of-project';
import { SourceLink } from '../../shared/source/source-link';
import { messages } from './messages';
import { PaidBefore } from './paid-before';
import { forecastOf, type Story } from './story';
import { useMoney } from './use-money';

interface FiguresProps {
  readonly project: ProjectView;
  readonly story: Story;
  readonly provenance: ProvenanceView;
}

/** Every amount with the cell and return that it is from, or how it was computed. */
export function Figures({ project, story, provenance }: FiguresProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { standing, planYear, today } = story;
  const number = { projectId: project.id, planYear, asOf: today };
  const asOf = standing?.asOf ?? today;
  const end = forecastOf(standing);
  return (
    <Section title={t.figures} end={t.figuresTo(long, formats.date(asOf))}>
      <table className="pj-figures">
        <caption className="vh">{t.figures}</caption>
        <tbody>
          <Row
            name={t.capitalPlan}
            from={story.decisions.at(-1) && t.decision(story.decisions.at(-1)?.number ?? '')}
          >
            <SourceLink number={{ ...number, field: 'planned' }}>
              <Amount value={standing?.planned ?? null} reason="no-plan" />
            </SourceLink>
          </Row>
          <Plans provenance={provenance} />
          <Row name={t.total} from={<Reported provenance={provenance} field="disbursed" />}>
            <SourceLink number={{ ...number, field: 'disbursed' }}>
              <Amount value={standing?.disbursed ?? null} />
            </SourceLink>
          </Row>
          <Row name={t.completed} part from={<Reported provenance={provenance} field="completed" />}>
            <SourceLink number={{ ...number, field: 'completed' }}>
              <Amount value={standing?.completed ?? null} />
            </SourceLink>
          </Row>
          <Row name={t.advance} part from={<Reported provenance={provenance} field="advance" />}>
            <SourceLink number={{ ...number, field: 'advance' }}>
              <Amount value={standing?.advance ?? null} />
            </SourceLink>
          </Row>
          <Treasury provenance={provenance} number={number} />
          <Row name={t.remaining} from={t.planLess}>
            <SourceLink number={{ ...number, field: 'remaining' }}>
              <Amount value={standing?.remaining ?? null} reason={standing?.reason ?? 'not-reported'} />
            </SourceLink>
          </Row>
          {end !== null && (
            <>
              <Row name={t.atPace} from={t.paceOf}>
                <SourceLink number={{ ...number, field: 'forecast' }}>
                  <Amount value={end.toString()} />
                </SourceLink>
              </Row>
              <Row name={t.unspentRow} from={t.planLessForecast}>
                <SourceLink number={{ ...number, field: 'shortfall' }}>
                  <Amount value={standing?.shortfall ?? null} />
                </SourceLink>
              </Row>
            </>
          )}
        </tbody>
      </table>
      <PaidBefore projectId={project.id} planYear={planYear} />
    </Section>
  );
}

/** Each source's part of the plan; its cell stands next to it. */
function Plans({ provenance: { plans } }: Pick<FiguresProps, 'provenance'>) {
  const own = plans.filter(({ inForce, planType }) => inForce && planType === 'current-year');
  return own.map(({ source, amount, cell, return: from }) => (
    <Row key={source.code} name={source.label} part from={<CellLink returnId={from.id} cell={cell} />}>
      <Amount value={amount} />
    </Row>
  ));
}

/** The cell of an amount in force, where only one holds it. */
function Reported({
  provenance: { figures },
  field,
}: Pick<FiguresProps, 'provenance'> & { readonly field: string }) {
  const own = figures.filter(
    ({ inForce, basis, planType }) => inForce && basis === 'reported' && planType === 'current-year',
  );
  const [only] = own;
  if (only === undefined || own.length > 1) return null;
  return <CellLink returnId={only.return.id} cell={only.cells[field]} />;
}

interface TreasuryProps extends Pick<FiguresProps, 'provenance'> {
  readonly number: Omit<NumberOfProject, 'field'>;
}

/** What the Treasury has confirmed, and whether that is the same. */
function Treasury({ provenance: { treasury }, number }: TreasuryProps) {
  const t = useText(messages);
  const money = useMoney();
  if (treasury === null)
    return (
      <Row name={t.treasury} from={null}>
        <span className="muted">{t.treasuryNone}</span>
      </Row>
    );
  const { disbursed, difference } = treasury;
  return (
    <Row
      name={t.treasury}
      from={difference !== null && (difference === '0' ? t.matches : t.differs(money(difference)))}
    >
      <SourceLink number={{ ...number, field: 'treasury' }}>
        <Amount value={disbursed} />
      </SourceLink>
    </Row>
  );
}

interface RowProps {
  readonly name: string;
  /** A part of the row above. */
  readonly part?: boolean;
  readonly from: ReactNode;
  readonly children: ReactNode;
}

function Row({ name, part = false, from, children }: RowProps) {
  return (
    <tr className={part ? 'pj-part' : undefined}>
      <th scope="row">{name}</th>
      <td className="n right">{children}</td>
      <td className="small muted right">{from}</td>
    </tr>
  );
}
