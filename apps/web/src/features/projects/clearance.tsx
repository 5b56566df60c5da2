import type { ReactNode } from 'react';
import type {
  ClearanceRateView,
  Measure,
  ProjectClearancePageView,
  ProjectRemarkView,
} from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { RateBar, Section } from '../../shared';
import { CellLink } from '../../shared/links';
import { RemarkLine, remarkMessages } from '../../shared/remarks';
import { FUNNEL, messages } from './messages';

type Cleared = Pick<ProjectClearancePageView, 'rates' | 'values' | 'figures' | 'householdShares'>;

/** The three rates apart, compensation, and how far the households have come. */
export function Clearance({ clearance }: { readonly clearance: Cleared }) {
  const t = useText(messages);
  const money = useMoney();
  const formats = useFormats();
  const { byHousehold, byArea, byLength, compensation } = clearance.rates;
  if (clearance.values.length === 0)
    return (
      <Section title={t.clearance}>
        <p className="pj-note">{t.noClearance}</p>
      </Section>
    );
  const scaled = (unit: string, by: number) => (value: string) => `${formats.scaled(value, by)} ${unit}`;
  return (
    <Section title={t.clearance} end={t.apart}>
      <dl className="pj-rates">
        <RateRow name={t.byHousehold} rate={byHousehold} write={(value) => `${value} ${t.households}`}>
          <CellOf measure="handedOver" figures={clearance.figures} />
        </RateRow>
        <RateRow name={t.byArea} rate={byArea} write={scaled('ha', 10_000)}>
          <CellOf measure="areaHandedOver" figures={clearance.figures} />
        </RateRow>
        <RateRow name={t.byLength} rate={byLength} write={scaled('km', 1000)}>
          <CellOf measure="lengthHandedOver" figures={clearance.figures} />
        </RateRow>
        <RateRow name={t.compensation} rate={compensation} write={money}>
          <CellOf measure="compensated" figures={clearance.figures} />
        </RateRow>
      </dl>
      <p className="pj-note">{t.paidNote}</p>
      <Funnel clearance={clearance} />
    </Section>
  );
}

interface CellOfProps extends Pick<Cleared, 'figures'> {
  readonly measure: Measure;
}

/** The cell of a count, where only one holds it. */
function CellOf({ measure, figures }: CellOfProps) {
  const reported = figures.filter((one) => one.measure === measure && one.source !== null);
  const source = reported.length === 1 ? reported[0]?.source : undefined;
  return source ? <CellLink returnId={source.returnId} cell={source} /> : null;
}

interface RateRowProps {
  readonly name: string;
  readonly rate: ClearanceRateView;
  readonly write: (value: string) => string;
  /** Where its part is from. */
  readonly children: ReactNode;
}

function RateRow({ name, rate: { value, part, whole }, write, children }: RateRowProps) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <div>
      <dt>{name}</dt>
      {value === null || part === null || whole === null ? (
        <dd className="muted pj-wide">{t.notReported}</dd>
      ) : (
        <>
          <dd>
            <RateBar rate={Number(value)} />
          </dd>
          <dd className="n right small">
            {write(part).split('\u00a0')[0]?.split(' ')[0]} / {write(whole)}
          </dd>
          <dd className="n right strong">{formats.percent(value)}</dd>
          <dd className="right small">{children}</dd>
        </>
      )}
    </div>
  );
}

/** How many of the households have come to each step, with the cell that says so. */
function Funnel({ clearance: { values, figures, householdShares } }: { readonly clearance: Cleared }) {
  const t = useText(messages);
  const names = useText(FUNNEL);
  const formats = useFormats();
  const of = (measure: Measure) => values.find((one) => one.measure === measure)?.value;
  const whole = of('households');
  if (whole === undefined) return null;
  return (
    <>
      <h3>{t.where(whole)}</h3>
      <dl className="pj-funnel">
        {(Object.keys(FUNNEL) as (keyof typeof FUNNEL)[]).map((measure) => {
          const value = of(measure);
          if (value === undefined) return null;
          const percent = householdShares.find((one) => one.measure === measure)?.rate ?? null;
          return (
            <div key={measure}>
              <dt>{names[measure]}</dt>
              <dd className="pj-bar" aria-hidden="true">
                <i style={{ width: `${Math.min(100, Number(percent ?? 0))}%` }} />
              </dd>
              <dd className="n right strong">{value}</dd>
              <dd className="n right muted">{percent !== null && formats.percent(percent)}</dd>
              <dd className="right small">
                <CellOf measure={measure} figures={figures} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

interface RemarksProps {
  readonly projectId: string;
  readonly remarks: readonly ProjectRemarkView[];
}

/** What its clearance tables remark, of which a person says whether it stands in the way; what was said to be none, folded. */
export function Remarks({ projectId, remarks }: RemarksProps) {
  const t = useText(remarkMessages);
  const proposed = remarks.filter(({ state }) => state === 'proposed');
  const declined = remarks.filter(({ state }) => state === 'declined');
  if (remarks.length === 0) return null;
  return (
    <Section title={proposed.length > 0 ? t.title(proposed.length) : t.declinedTitle(declined.length)}>
      {proposed.length > 0 && <p className="pj-note">{t.what}</p>}
      <Lines projectId={projectId} remarks={proposed} />
      {proposed.length === 0 && <Lines projectId={projectId} remarks={declined} />}
      {proposed.length > 0 && declined.length > 0 && (
        <details className="noprint">
          <summary>{t.declinedTitle(declined.length)}</summary>
          <Lines projectId={projectId} remarks={declined} />
        </details>
      )}
    </Section>
  );
}

function Lines({ projectId, remarks }: RemarksProps) {
  const t = useText(remarkMessages);
  const formats = useFormats();
  return (
    <ul className="remarks">
      {remarks.map((remark) => {
        const { text, asOf, source, mayDecide, decidedAt, decidedBy } = remark;
        const decided =
          decidedAt !== null && decidedBy !== null
            ? t.declinedBy(decidedBy, formats.dayOf(String(decidedAt)))
            : null;
        const reported = asOf === null ? null : t.reportedOn(formats.date(asOf));
        return (
          <RemarkLine
            key={`${source.returnId} ${source.sheet} ${source.cell} ${text}`}
            remark={{ ...remark, projectId }}
            mayDecide={mayDecide}
          >
            {[reported, decided].filter((part) => part !== null).join(' · ')}
          </RemarkLine>
        );
      })}
    </ul>
  );
}
