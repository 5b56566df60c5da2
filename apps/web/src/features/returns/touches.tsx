import type { TouchedView } from '@thongvon/api-contract';
import { type Messages, useText } from '../../language';
import { Section } from '../../shared';
import type { SeenReturn } from './queries';

/** Whose projects a return touches: before anybody approves what it says of another office's. */
export function Touches({ touches }: { readonly touches: readonly TouchedView[] }) {
  const t = useText(messages);
  if (touches.length === 0) return null;
  const isOnlyOwn = touches.every(({ relation }) => relation === 'own');
  return (
    <p className={isOnlyOwn ? 'small muted' : 'small'}>
      {t.touches}{' '}
      {touches.map(({ organization, projects, relation }, index) => (
        <span key={`${organization.id} ${relation}`}>
          {index > 0 && '; '}
          {relation === 'own' ? (
            t['touched-own'](projects)
          ) : (
            <b>{t[`touched-${relation}`](projects, organization.name)}</b>
          )}
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
  'touched-own': {
    vi: (count: number) => `${count} dự án của đơn vị gửi`,
    en: (count: number) => `${count} of the sender’s projects`,
  },
  'touched-below': {
    vi: (count: number, office: string) => `${count} dự án của ${office} (đơn vị trực thuộc)`,
    en: (count: number, office: string) => `${count} of ${office}, an office below`,
  },
  'touched-participant': {
    vi: (count: number, office: string) =>
      `${count} dự án của ${office} (đơn vị gửi tham gia giải phóng mặt bằng)`,
    en: (count: number, office: string) => `${count} of ${office}, whose land the sender helps to clear`,
  },
  'touched-unclaimed': {
    vi: (count: number, office: string) =>
      `${count} dự án ${office} ghi nhận nhưng chưa rõ chủ đầu tư (duyệt giải ngân thì đơn vị gửi thành chủ đầu tư)`,
    en: (count: number, office: string) =>
      `${count} registered by ${office} without an owner (approving disbursement makes the sender their owner)`,
  },
  'touched-other': {
    vi: (count: number, office: string) => `${count} dự án nay của ${office}`,
    en: (count: number, office: string) => `${count} that are ${office}’s by now`,
  },
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
