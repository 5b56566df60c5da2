import { useQuery } from '@tanstack/react-query';
import type { ExplainedCaptionView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { tableWords } from '../../shared/meanings';
import { SearchBox } from '../../shared/search-box';
import { messages } from './vocabulary-messages';
import { captionQuery, vocabularyQuery } from './vocabulary-queries';

interface TryCaptionProps {
  /** Someone wants to teach the system what was typed. */
  readonly onAdd: (text: string) => void;
}

/** A caption is typed, and the reader says what it takes from it. */
export function TryCaption({ onAdd }: TryCaptionProps) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const text = value('thu') ?? '';
  const { data, error } = useQuery(captionQuery(text));
  return (
    <Section title={t.tryTitle}>
      <p className="tools ad-try">
        <SearchBox
          label={t.tryLabel}
          placeholder={t.tryExample}
          value={text}
          onChange={(words) => set({ thu: words })}
        />
      </p>
      <div role="status">{text !== '' && data && <Said said={data} />}</div>
      {text !== '' && data !== undefined && data.known < 100 && (
        <p className="noprint">
          <button type="button" className="link" onClick={() => onAdd(text)}>
            {t.addThis}
          </button>
        </p>
      )}
      <Refusal error={error} />
    </Section>
  );
}

function Said({ said }: { readonly said: ExplainedCaptionView }) {
  const t = useText(messages);
  const words = useText(tableWords);
  const { language } = usePreferences();
  const sources = useQuery(vocabularyQuery).data?.sources;
  const { tags, known, unit, source, years } = said;
  const sourceName = sources?.find(({ key }) => key === source)?.label ?? source;
  const parts = [
    ...tags.map(({ label, labelEn }) => (language === 'vi' ? label : labelEn)),
    ...(sourceName === null ? [] : [t.source(sourceName)]),
    ...(unit === null ? [] : [t.unit(words[unit])]),
    ...(years.length === 0 ? [] : [t.year(years.join(', '))]),
  ];
  if (parts.length === 0) return <p>{t.nothing}</p>;
  return (
    <p>
      {t.says}: <strong>{parts.join(' + ')}</strong> <span className="muted small">({t.known(known)})</span>
    </p>
  );
}
