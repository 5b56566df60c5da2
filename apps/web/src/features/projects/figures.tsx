import { type ReactNode, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  PaidBeforeView,
  ProjectView,
  ProvenanceView,
  SetPaidBeforeRequest,
} from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { type Messages, useFormats, useMoney, useText, useUnitNames, withValues } from '../../language';
import { Amount, QueryStates, Section } from '../../shared';
import { DongInput } from '../../shared/form/dong-input';
import { given, TextField } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { CellLink } from '../../shared/links';
import type { NumberOfProject } from '../../shared/source/queries';
import { SourceLink } from '../../shared/source/source-link';
import { wholeDong } from '../../shared/form/typed';
import { messages } from './messages';
import { enteredQuery } from './queries';
import { forecastOf, type Story } from './story';

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

interface PaidBeforeProps {
  readonly projectId: string;
  readonly planYear: number;
}

/** What was paid of the project before the plan year, which no weekly return says; asked for when it is opened. */
function PaidBefore({ projectId, planYear }: PaidBeforeProps) {
  const t = useText(paidBeforeMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="noprint" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.title(planYear)}</summary>
      {isOpen && <Entry projectId={projectId} planYear={planYear} />}
    </details>
  );
}

function Entry({ projectId, planYear }: PaidBeforeProps) {
  const t = useText(paidBeforeMessages);
  const { role } = useUser();
  const query = useQuery(enteredQuery(projectId, planYear));
  return (
    <QueryStates query={query}>
      {({ paidBefore: entry }) => (
        <>
          <Entered entry={entry} />
          <p className="small muted">{t.what}</p>
          {(role === 'reporter' || role === 'finance-officer') && (
            <PaidBeforeForm key={entry?.at} projectId={projectId} planYear={planYear} />
          )}
        </>
      )}
    </QueryStates>
  );
}

function Entered({ entry }: { readonly entry: PaidBeforeView | null }) {
  const t = useText(paidBeforeMessages);
  const formats = useFormats();
  if (entry === null) return <p className="muted">{t.none}</p>;
  return (
    <p role="status">
      <b className="n">{formats.dong(entry.paid)}</b>
      <span className="small muted">
        {' '}
        {[entry.document, t.entered(formats.instant(entry.at))].filter((part) => part !== null).join('; ')}
      </span>
    </p>
  );
}

function PaidBeforeForm({ projectId, planYear }: PaidBeforeProps) {
  const t = useText(paidBeforeMessages);
  const client = useQueryClient();
  const { values, field } = useFields({ paid: '', document: '' });
  const paid = wholeDong(values.paid);
  const change = useChange<SetPaidBeforeRequest, PaidBeforeView>(
    'PUT',
    `/api/projects/${projectId}/paid-before`,
    {
      onDone: (paidBefore) =>
        client.setQueryData(
          enteredQuery(projectId, planYear).queryKey,
          (entered) => entered && { ...entered, paidBefore },
        ),
    },
  );
  const submit = () => {
    if (paid !== null) change.mutate({ planYear, paid, ...given('document', values.document) });
  };
  return (
    <Form className="form-narrow" submit={t.save} change={change} ready={paid !== null} onSubmit={submit}>
      <DongInput {...field('paid')} label={t.amount} />
      <TextField {...field('document')} label={t.document} maxLength={500} />
    </Form>
  );
}

const paidBeforeMessages = {
  title: withValues('Đã thanh toán trước năm {}', 'Paid before {}'),
  what: {
    vi: 'Lũy kế thanh toán từ khởi công đến hết năm trước, theo quyết toán năm. Cộng với số của năm nay thì không được vượt tổng mức đầu tư.',
    en: 'Paid from the start to the end of the year before, by the annual settlement. With this year’s figures it may not pass the total investment.',
  },
  none: { vi: 'Chưa nhập.', en: 'Not entered yet.' },
  entered: withValues('nhập {}', 'entered {}'),
  amount: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
  document: { vi: 'Theo văn bản (không bắt buộc)', en: 'From which document (optional)' },
  save: { vi: 'Lưu số đã thanh toán', en: 'Save' },
} satisfies Messages;
