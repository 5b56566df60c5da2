import type {
  AffectedProjectView,
  KeptHandoverView,
  ReturnStatusView,
  TotalChangeView,
  TouchedView,
} from '@thongvon/api-contract';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { Section } from '../../shared';
import './consequences.css';
import { consequenceWords } from './lowering-words';
import type { SeenReturn } from './queries';
import { type OwnUnit, useOwnUnit } from './own-unit';

/**
 * Which totals approving the return lowers, from what to what, and which projects lose by it: to be seen before it is approved.
 * An alarm only once nothing open may still change it.
 */
export function Consequences({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(consequenceWords);
  const unit = useOwnUnit(seen);
  const changes = seen.preview?.consequences ?? [];
  if (changes.length === 0 || seen.approvedAt !== null) return null;
  const lowers = changes.some((change) => change.lowers);
  const falls = anyTotalFalls(changes);
  const isOpen = seen.status === 'needs-attention';
  return (
    <Section
      className={lowers && !isOpen ? 'rt-lowers' : ''}
      title={falls ? (isOpen ? t.lowersAsRead : t.lowers) : isOpen ? t.movesAsRead : t.moves}
      {...(changes.some(isAmount) ? { end: unit.name } : {})}
    >
      {changes.map((change) => (
        <Change
          key={JSON.stringify([
            change.measure,
            change.basis,
            change.planYear,
            change.planType,
            change.counts?.measure,
            change.source?.code,
          ])}
          change={change}
          unit={unit}
        />
      ))}
      {lowers && <p className="small">{isOpen ? t.mayChange : t.reasonFollows}</p>}
    </Section>
  );
}

/** Whether a total itself falls, not only projects in one. */
export const anyTotalFalls = (changes: readonly TotalChangeView[]): boolean =>
  changes.some(({ lowers, totalFalls = lowers }) => totalFalls);

function Change({ change, unit }: { readonly change: TotalChangeView; readonly unit: OwnUnit }) {
  const t = useText(consequenceWords);
  const formats = useFormats();
  const say = useSaid();
  const { before, after, vanishes, falls, counts, planYear, planType } = change;
  const write = (value: string): string =>
    isAmount(change)
      ? unit.amount(value)
      : `${formats.measure(value)}${MEASURED_IN[counts?.unit ?? ''] ?? ''}`;
  const day = formats.date(change.on);
  const title =
    counts !== undefined
      ? t.cleared(say(counts, 'label'), day)
      : planYear !== null && planType !== null && figuresTitle(t, change, t[planType](planYear), day);
  return (
    <>
      <p className="rt-total">
        {title}: <b className="n">{write(before ?? '0')}</b> → <b className="n">{write(after ?? '0')}</b>
      </p>
      {change.outside && (
        <p className="small">
          {t.outside(change.outside.projects)}:{' '}
          <span className="n">{write(change.outside.before ?? '0')}</span> →{' '}
          <span className="n">{write(change.outside.after ?? '0')}</span>
        </p>
      )}
      {(change.days ?? [])
        .filter(({ on }) => on !== change.on)
        .map((other) => (
          <p key={other.on} className="small">
            {t.onDay(formats.date(other.on))}: <span className="n">{write(other.before ?? '0')}</span> →{' '}
            <span className="n">{write(other.after ?? '0')}</span>
          </p>
        ))}
      <Projects title={t.vanishes(vanishes.length)} projects={vanishes} write={write} />
      <Projects title={t.falls(falls.length)} projects={falls} write={write} />
    </>
  );
}

/** Which cumulative of whose figures, of which source. */
function figuresTitle(
  t: ReturnType<typeof useText<typeof consequenceWords>>,
  { basis, measure, source }: TotalChangeView,
  capital: string,
  day: string,
): string {
  const of = source === undefined ? capital : t.ofSource(capital, source.label);
  if (measure === 'completed' || measure === 'advance') return t[measure](of, day);
  return t[basis ?? 'planned'](of, day);
}

/** Whether it is written in đồng; else it counts households, areas or lengths. */
const isAmount = ({ counts }: TotalChangeView): boolean => counts === undefined || counts.unit === 'dong';

/** The others are counted. */
const MEASURED_IN: Readonly<Record<string, string>> = { m2: ' m²', m: ' m' };

/** Nobody reads more at once; the rest opens by a press. */
const AT_FIRST = 12;

interface ProjectsProps {
  readonly title: string;
  readonly projects: readonly AffectedProjectView[];
  readonly write: (value: string) => string;
}

function Projects({ title, projects, write }: ProjectsProps) {
  const t = useText(consequenceWords);
  const formats = useFormats();
  if (projects.length === 0) return null;
  return (
    <details className="rt-losers" open={projects.length <= AT_FIRST}>
      <summary>{title}</summary>
      <table className="rt-changes rt-fallen">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.project}</th>
            <th scope="col" className="r">
              {t.before}
            </th>
            <th scope="col" className="r">
              {t.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map(({ projectId, code, name, before, after, on, outside }) => (
            <tr key={projectId ?? name}>
              <th scope="row">
                {name}
                {code !== null && <span className="sub">{code}</span>}
                {outside === true && <span className="sub">{t.isOutside}</span>}
                {on !== undefined && <span className="sub">{t.onDay(formats.date(on))}</span>}
              </th>
              <td className="n r" data-label={t.before}>
                {write(before ?? '0')}
              </td>
              <td className="n r" data-label={t.after}>
                {after === null ? t.nothing : write(after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Whose projects a return touches: before anybody approves what it says of another office's. */
export function Touches({ touches }: { readonly touches: readonly TouchedView[] }) {
  const t = useText(messages);
  if (touches.length === 0) return null;
  const isOnlyOwn = touches.every(({ relation }) => relation === 'own');
  return (
    <p className={isOnlyOwn ? 'small muted' : 'small'}>
      {t.touches}{' '}
      {touches.map(({ organization, projects, relation, namedAs }, index) => (
        <span key={`${organization.id} ${relation}`}>
          {index > 0 && '; '}
          {relation === 'own' ? (
            t['touched-own'](projects)
          ) : (
            <b>{t[`touched-${relation}`](projects, organization.name)}</b>
          )}
          {namedAs.length > 0 && t.namedAs(namedAs)}
        </span>
      ))}
    </p>
  );
}

/** Which projects approving the return registers under the sender's office: to be seen before it is approved. */
export function Registers({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const { registers, organization } = seen;
  if (registers.length === 0) return null;
  return (
    <Section title={t.registers(registers.length, organization.name)}>
      <ul>
        {registers.map(({ code, name }) => (
          <li key={code ?? name} className="small">
            {code !== null && <span className="n">{code}</span>} {name}
          </li>
        ))}
      </ul>
      <p className="small muted">{t.registersWhat}</p>
    </Section>
  );
}

const messages = {
  touches: { vi: 'Báo cáo này ghi số cho:', en: 'This return tells of:' },
  'touched-own': withValues('{} dự án của đơn vị gửi', '{} of the sender’s projects'),
  'touched-below': withValues(
    '{count} dự án của {office} (đơn vị trực thuộc)',
    '{count} of {office}, an office below',
  ),
  'touched-participant': withValues(
    '{count} dự án của {office} (đơn vị gửi tham gia giải phóng mặt bằng)',
    '{count} of {office}, whose land the sender helps to clear',
  ),
  'touched-unclaimed': withValues(
    '{count} dự án {office} ghi nhận nhưng chưa rõ chủ đầu tư (duyệt giải ngân thì đơn vị gửi thành chủ đầu tư)',
    '{count} registered by {office} without an owner (approving disbursement makes the sender their owner)',
  ),
  namedAs: {
    vi: (words: readonly string[]) =>
      `; quyết định giao vốn ghi chủ đầu tư là “${words.join('”, “')}”: hãy kiểm tra có phải đơn vị gửi không`,
    en: (words: readonly string[]) =>
      `; the plan names as owner “${words.join('”, “')}”: check that this is the sender`,
  },
  'touched-other': withValues('{count} dự án nay của {office}', '{count} that are {office}’s by now'),
  registers: {
    vi: (count: number, office: string) => `Duyệt sẽ ghi ${count} dự án mới đứng tên ${office}`,
    en: (count: number, office: string) =>
      `Approving this registers ${count} new ${count === 1 ? 'project' : 'projects'} under ${office}`,
  },
  registersWhat: {
    vi: 'Danh mục chưa có các dự án này và chưa quyết định giao vốn nào nêu. Nếu là dự án của đơn vị khác hoặc ghi sai mã, hãy trả lại báo cáo.',
    en: 'The register doesn’t have them and no plan names them. If they are another office’s, or a code is wrong, send the return back.',
  },
} satisfies Messages;

type Project = KeptHandoverView['project'];

const named = ({ code, name }: Project): string => (code === null ? name : `${code} · ${name}`);

/** Whose projects have become another's with what was done, and whose stay against what one expects. */
export function NewOwners({ movedProjects = [], keptHandovers = [] }: Partial<ReturnStatusView>) {
  const t = useText(ownerWords);
  if (movedProjects.length + keptHandovers.length === 0) return null;
  return (
    <div className="rt-owners" role="status">
      <ul>
        {movedProjects.map(({ project, from, to }) => (
          <li key={project.id}>{t.moved(named(project), from.name, to.name)}</li>
        ))}
        {keptHandovers.map(({ project, owner, wouldBe, reason }) => (
          <li key={project.id}>
            <b>{t.keeps(named(project), owner.name, wouldBe.name)}</b> {t[reason]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whose projects are, after a plan that had handed them over was undone or replaced. */
const ownerWords = {
  moved: withValues(
    'Dự án {project}: chủ đầu tư chuyển từ “{from}” về “{to}”.',
    'Project {project} went from “{from}” to “{to}”.',
  ),
  keeps: withValues(
    'Dự án {project} vẫn thuộc “{owner}”, chưa chuyển về “{wouldBe}”:',
    'Project {project} stays with “{owner}” and didn’t go to “{wouldBe}”:',
  ),
  reported: {
    vi: 'đã có báo cáo được duyệt của chủ đầu tư mới. Hãy xem báo cáo đó, hoặc sửa chủ đầu tư ở trang dự án.',
    en: 'an approved return of the new owner counts. Look at that return, or correct the owner on the project’s page.',
  },
  'handed-on': {
    vi: 'sau đó dự án đã được chuyển tiếp. Nếu chưa đúng, hãy sửa chủ đầu tư ở trang dự án.',
    en: 'it was handed on since. If that isn’t right, correct the owner on the project’s page.',
  },
  'owner-changed': {
    vi: 'sau đó chủ đầu tư đã được sửa. Nếu chưa đúng, hãy sửa ở trang dự án.',
    en: 'its owner was changed since. If that isn’t right, correct it on the project’s page.',
  },
  'name-taken': {
    vi: 'đơn vị đó đã có dự án cùng tên, cả hai đều chưa có mã. Hãy ghi mã dự án rồi sửa chủ đầu tư ở trang dự án.',
    en: 'that office has a project of this name, and neither has a code. Give it a code, then correct the owner on the project’s page.',
  },
} satisfies Messages;
