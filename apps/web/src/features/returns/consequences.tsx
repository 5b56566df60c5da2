import type { AffectedProjectView, TotalChangeView } from '@thongvon/contracts';
import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { consequenceWords } from './consequence-words';
import { useOwnUnit, type OwnUnit } from './own-unit';
import type { SeenReturn } from './queries';
import './consequences.css';

/** Which totals approving the return lowers, from what to what, and which projects lose by it: to be seen before it is approved. */
export function Consequences({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(consequenceWords);
  const unit = useOwnUnit(seen);
  const changes = seen.preview?.consequences ?? [];
  if (changes.length === 0 || seen.approvedAt !== null) return null;
  const lowers = changes.some((change) => change.lowers);
  return (
    <Section className={lowers ? 'rt-lowers' : ''} title={lowers ? t.lowers : t.moves} end={unit.name}>
      {changes.map((change) => (
        <Change
          key={JSON.stringify([change.measure, change.basis, change.planYear, change.planType])}
          change={change}
          unit={unit}
        />
      ))}
      {lowers && <p className="small">{t.reasonFollows}</p>}
    </Section>
  );
}

function Change({ change, unit }: { readonly change: TotalChangeView; readonly unit: OwnUnit }) {
  const t = useText(consequenceWords);
  const formats = useFormats();
  const { before, after, vanishes, falls } = change;
  return (
    <>
      <p className="rt-total">
        {t[change.basis ?? 'planned'](t[change.planType](change.planYear), formats.date(change.on))}:{' '}
        <b className="n">{unit.amount(before ?? '0')}</b> → <b className="n">{unit.amount(after ?? '0')}</b>
      </p>
      <Projects title={t.vanishes(vanishes.length)} projects={vanishes} unit={unit} />
      <Projects title={t.falls(falls.length)} projects={falls} unit={unit} />
    </>
  );
}

/** Nobody reads more at once; the rest opens by a press. */
const AT_FIRST = 12;

interface ProjectsProps {
  readonly title: string;
  readonly projects: readonly AffectedProjectView[];
  readonly unit: OwnUnit;
}

function Projects({ title, projects, unit }: ProjectsProps) {
  const t = useText(consequenceWords);
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
          {projects.map(({ projectId, code, name, before, after }) => (
            <tr key={projectId ?? name}>
              <th scope="row">
                {name}
                {code !== null && <span className="sub">{code}</span>}
              </th>
              <td className="n r">{unit.amount(before ?? '0')}</td>
              <td className="n r">{after === null ? t.nothing : unit.amount(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
