import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExplainedCaptionView, KnownWordsView, VocabularyView } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';
import { getQuery } from '../../api/client';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { EmptyState, QueryStates, Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { columnsOf, DataTable } from '../../shared/data-table';
import { Drawer } from '../../shared/drawer';
import { Filters } from '../../shared/list/list-page';
import { SearchBox } from '../../shared/list/search-box';
import { tableWords } from '../../shared/meanings';
import { AddedWords, topics, vocabularyQuery, WordEditor, WORDS_KEY } from './added-words';
import { words } from './common';

const TOPICS = Object.keys(topics) as (keyof VocabularyView)[];

/** The words by which workbooks are read, those of this installation among them, and what a caption made of them says. */
export function Vocabulary() {
  const t = useText(messages);
  const formats = useFormats();
  const vocabulary = useQuery(vocabularyQuery);
  const q = useAddressState().value('q') ?? '';
  return (
    <>
      <TryCaption />
      <AddedWords />
      <QueryStates query={vocabulary}>
        {(known) => {
          const phrases = TOPICS.flatMap((topic) => known[topic]).flatMap((words) => words.phrases);
          return (
            <Section title={t.count(formats.count(phrases.length))}>
              <p className="small muted">{t.fixed}</p>
              <Filters filters={[{ kind: 'words', name: 'q', label: t.search }]} />
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
  const say = useSaid();
  const key = matchKey(q);
  const shown = TOPICS.flatMap((topic) => {
    const rows = known[topic].filter(({ label, phrases }) =>
      [label, ...phrases].some((phrase) => matchKey(phrase).includes(key)),
    );
    return rows.length === 0 ? [] : [{ topic, rows }];
  });
  const columns = columnsOf<KnownWordsView, 'meaning' | 'phrases'>(t, {
    meaning: { width: '24%', render: (words) => say(words, 'label') },
    phrases: { wide: true, render: ({ phrases }) => phrases.join(' · ') },
  });
  if (shown.length === 0) return <EmptyState title={t.none} />;
  return shown.map(({ topic, rows }) => (
    <details key={topic} className="ad-topic" open={key !== '' || topic === 'amounts'}>
      <summary>
        {names[topic]} <span className="muted small">({rows.length})</span>
      </summary>
      <DataTable stacked caption={names[topic]} columns={columns} rows={rows} keyOf={(row) => row.key} />
    </details>
  ));
}

/** A caption is typed, and the reader says what it takes from it; what it doesn't know can be added. */
function TryCaption() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const [isAdding, setAdding] = useState(false);
  const text = value('thu') ?? '';
  const { data, error } = useQuery({
    ...getQuery<ExplainedCaptionView>([...WORDS_KEY, 'caption', text], '/api/reading-vocabulary/caption', {
      text,
    }),
    enabled: text.trim() !== '',
    placeholderData: (before: ExplainedCaptionView | undefined) => before,
  });
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
          <button type="button" className="link" onClick={() => setAdding(true)}>
            {t.addThis}
          </button>
        </p>
      )}
      <Refusal error={error} />
      {isAdding && (
        <Drawer title={t.addPhrase} onClose={() => setAdding(false)}>
          <WordEditor phrase={text} onDone={() => setAdding(false)} />
        </Drawer>
      )}
    </Section>
  );
}

function Said({ said }: { readonly said: ExplainedCaptionView }) {
  const t = useText(messages);
  const words = useText(tableWords);
  const say = useSaid();
  const sources = useQuery(vocabularyQuery).data?.sources;
  const { tags, known, unit, source, years } = said;
  const sourceName = sources?.find(({ key }) => key === source)?.label ?? source;
  const parts = [
    ...tags.map((tag) => say(tag, 'label')),
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

const messages = {
  ...words,
  tryTitle: { vi: 'Một tiêu đề cột nói gì với hệ thống?', en: 'What does a caption say to the system?' },
  tryLabel: { vi: 'Tiêu đề như trong biểu', en: 'The caption as in the form' },
  tryExample: {
    vi: 'ví dụ: Lũy kế giải ngân vốn kéo dài (triệu đồng)',
    en: 'e.g. Lũy kế giải ngân vốn kéo dài (triệu đồng)',
  },
  says: { vi: 'Hiểu là', en: 'Understood as' },
  nothing: { vi: 'Không có từ nào hệ thống biết.', en: 'No word of it is known.' },
  known: withValues('biết {} % số từ', '{} % of its words are known'),
  source: withValues('nguồn {}', 'source {}'),
  year: withValues('năm {}', 'year {}'),
  count: withValues('{} cách viết mà hệ thống biết', '{} phrases that the system knows'),
  fixed: {
    vi: 'Những cách viết này đi cùng phiên bản của hệ thống.',
    en: 'These phrases come with the version of the system.',
  },
  addThis: { vi: 'Thêm cách viết này', en: 'Add this phrase' },
  search: { vi: 'Tìm cách viết', en: 'Search a phrase' },
  none: { vi: 'Không có cách viết nào khớp', en: 'Nothing matches' },
  meaning: { vi: 'Nghĩa', en: 'Meaning' },
  phrases: { vi: 'Các cách viết', en: 'Phrases' },
} satisfies Messages;
