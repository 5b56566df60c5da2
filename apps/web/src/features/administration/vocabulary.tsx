import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExplainedCaptionView, KnownWordsView, VocabularyView } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';
import { useFormats, usePreferences, useText } from '../../language';
import { EmptyState, QueryStates, Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { tableWords } from '../../shared/meanings';
import { SearchBox } from '../../shared/search-box';
import { AddedWords } from './added-words';
import { messages, topics } from './vocabulary-messages';
import { captionQuery, vocabularyQuery } from './queries';
import { WordEditor } from './word-editor';

const TOPICS = Object.keys(topics) as (keyof VocabularyView)[];

/** The words by which workbooks are read, those of this installation among them, and what a caption made of them says. */
export function Vocabulary() {
  const t = useText(messages);
  const formats = useFormats();
  const vocabulary = useQuery(vocabularyQuery);
  const { value, set } = useAddressState();
  const q = value('q') ?? '';
  const [adding, setAdding] = useState<string>();
  return (
    <>
      <TryCaption onAdd={setAdding} />
      <AddedWords onAdd={() => setAdding('')} />
      {adding !== undefined && <WordEditor phrase={adding} onClose={() => setAdding(undefined)} />}
      <QueryStates query={vocabulary}>
        {(known) => {
          const all = TOPICS.flatMap((topic) => known[topic]);
          return (
            <Section
              title={t.count(formats.count(all.reduce((sum, { phrases }) => sum + phrases.length, 0)))}
            >
              <p className="small muted">{t.fixed}</p>
              <p className="tools noprint">
                <SearchBox label={t.search} value={q} onChange={(words) => set({ q: words })} />
              </p>
              <Topics known={known} q={q} />
            </Section>
          );
        }}
      </QueryStates>
    </>
  );
}

function Topics({ known, q }: { readonly known: VocabularyView; readonly q: string }) {
  const t = useText(messages);
  const names = useText(topics);
  const { language } = usePreferences();
  const key = matchKey(q);
  const shown = TOPICS.flatMap((topic) => {
    const rows = known[topic].filter(({ label, phrases }) =>
      [label, ...phrases].some((phrase) => matchKey(phrase).includes(key)),
    );
    return rows.length === 0 ? [] : [{ topic, rows }];
  });
  const columns: readonly Column<KnownWordsView>[] = [
    {
      key: 'meaning',
      className: 'ad-narrow',
      title: t.meaning,
      name: t.meaning,
      width: '24%',
      render: ({ label, labelEn }) => (language === 'vi' ? label : labelEn),
    },
    {
      key: 'phrases',
      title: t.phrases,
      name: t.phrases,
      className: 'ad-wide',
      render: ({ phrases }) => phrases.join(' · '),
    },
  ];
  if (shown.length === 0) return <EmptyState title={t.none} />;
  return shown.map(({ topic, rows }) => (
    <details key={topic} className="ad-topic" open={key !== '' || topic === 'amounts'}>
      <summary>
        {names[topic]} <span className="muted small">({rows.length})</span>
      </summary>
      <DataTable caption={names[topic]} columns={columns} rows={rows} keyOf={(row) => row.key} />
    </details>
  ));
}

interface TryCaptionProps {
  /** Someone wants to teach the system what was typed. */
  readonly onAdd: (text: string) => void;
}

/** A caption is typed, and the reader says what it takes from it. */
function TryCaption({ onAdd }: TryCaptionProps) {
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
