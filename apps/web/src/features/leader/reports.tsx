import type { OwedReturnView, WeekDigestView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { messages } from './messages';

/** Who owed a return and has not sent it, and what got better. */
export function Reports({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { owed, fulfilled, silent, sentBack, pending, risen } = digest;
  const nothingOwing = silent.length + sentBack.length + pending.length === 0;
  return (
    <>
      <Section title={owed === 0 ? t.nobodyOwes : t.reports(fulfilled, owed)}>
        {!nothingOwing && (
          <ul className="ld-text">
            {silent.map((one) => (
              <Owing key={`${one.office} ${one.kind}`} owing={one} what={t.silent} />
            ))}
            {sentBack.map((one) => (
              <Owing key={`${one.office} ${one.kind}`} owing={one} what={t.sentBack} />
            ))}
            {pending.map(({ office, kind }) => (
              <Owing key={`${office} ${kind}`} owing={{ office, kind, lastAsOf: null }} what={t.pending} />
            ))}
          </ul>
        )}
      </Section>
      {risen.length > 0 && (
        <Section title={t.better}>
          <ul className="ld-text">
            {risen.map(
              ({ project, before, now }) =>
                before !== null &&
                now !== null && (
                  <li key={project}>
                    {project}: <span className="n">{t.rose(formats.rate(before), formats.percent(now))}</span>
                  </li>
                ),
            )}
          </ul>
        </Section>
      )}
    </>
  );
}

function Owing({ owing, what }: { readonly owing: OwedReturnView; readonly what: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { office, kind, lastAsOf } = owing;
  return (
    <li>
      <b>{office}</b>, {t[kind]}: {what}
      {lastAsOf !== null && t.lastAsOf(formats.date(lastAsOf))}.
    </li>
  );
}
