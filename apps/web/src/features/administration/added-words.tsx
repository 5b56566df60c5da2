import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type {
  AddedWordView,
  AddWordRequest,
  VocabularyView,
  WordPreviewView,
  WordRequest,
} from '@thongvon/api-contract';
import { WORD_KIND_NAMES } from '@thongvon/kernel';
import { getQuery } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { type Messages, useSaid, useText, withValues } from '../../language';
import { DateText, Refusal } from '../../shared';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { AskReason } from '../../shared/form/reason-form';
import { useForm, useTrial } from '../../shared/form/use-form';
import { ListPage } from '../../shared/list/list-page';
import { words } from './common';

/** What changes with the words of this installation. */
export const WORDS_KEY = ['reading-words'] as const;

/** Part of the version of the system: asked for once. */
export const vocabularyQuery = queryOptions({
  ...getQuery<VocabularyView>(['reading-vocabulary'], '/api/reading-vocabulary'),
  staleTime: Infinity,
});

const PATH = '/api/reading-vocabulary/words';
const wordsQuery = longList<AddedWordView>(WORDS_KEY, PATH, {});

/** The words of this installation: who added each, when and why; adding and retiring them. */
export function AddedWords() {
  const t = useText(messages);
  const names = useText(WORD_KIND_NAMES);
  const say = useSaid();
  const list = useLongList(wordsQuery);
  return (
    <ListPage
      list={list}
      title={list.total === 0 ? t.title : t.count}
      intro={<p className="ad-say muted">{t.what}</p>}
      titles={t}
      cells={{
        phraseColumn: {
          width: '24%',
          render: ({ phrase, retiredAt }) => (
            <span className={retiredAt === null ? 'strong' : 'muted'}>{phrase}</span>
          ),
          sub: ({ kind }) => names[kind],
        },
        meaning: { width: '20%', render: ({ meaning }) => say(meaning, 'label') },
        added: {
          wide: true,
          render: ({ addedBy, addedAt }) => (
            <>
              {addedBy}, <DateText date={addedAt} />
            </>
          ),
          sub: ({ reason }) => reason,
        },
        state: {
          wide: true,
          width: '28%',
          render: ({ id, phrase, retiredAt, retiredBy }) =>
            retiredAt === null ? (
              <>
                {t.counts}{' '}
                <AskReason
                  ask={t.retire}
                  about={phrase}
                  label={t.retireReason}
                  confirm={t.retire}
                  path={`${PATH}/${id}/retirement`}
                  stale={[WORDS_KEY]}
                />
              </>
            ) : (
              <span className="muted">
                {t.retired}: {retiredBy}, <DateText date={retiredAt} />
              </span>
            ),
          sub: ({ retiredReason }) => retiredReason,
        },
      }}
      empty={t.none}
      add={{ label: t.addPhrase, pane: (close) => <WordEditor phrase="" onDone={close} /> }}
    />
  );
}

type Topic = keyof VocabularyView;

/** What is written so, by the topic under which it is known. */
const KINDS: Readonly<Record<Topic, WordRequest['kind']>> = {
  amounts: 'caption',
  identity: 'caption',
  qualifiers: 'caption',
  clearance: 'caption',
  units: 'unit',
  sources: 'source',
};

interface WordEditorProps {
  /** What is typed already. */
  readonly phrase: string;
  readonly onDone: () => void;
}

/** Adds a word of this installation, after a look at what it would do. */
export function WordEditor({ phrase, onDone }: WordEditorProps) {
  const t = useText(messages);
  const names = useText(topics);
  const say = useSaid();
  const { values, set, field, form } = useForm({
    fields: { ...BLANK, phrase, reason: '' },
    labels: t,
    send: ['POST', PATH],
    request: ({ reason, ...word }): AddWordRequest | undefined => {
      const request = requestOf(word);
      return request && { ...request, reason: reason.trim() };
    },
    isTriedAnew: true,
    stale: [WORDS_KEY],
    onDone,
  });
  const trial = useTrial<WordPreviewView>(`${PATH}/preview`, requestOf(values));
  const { data: known } = useQuery(vocabularyQuery);
  const meanings = known?.[values.topic].map((one) => ({ value: one.key, name: say(one, 'label') }));
  return (
    <Form {...form} submit={t.addPhrase} actions={trial.button(t.try)}>
      <TextField {...field('phrase')} hint={t.phraseHint} required minLength={2} maxLength={100} />
      <div className="form-pair">
        <Choice
          {...field('topic')}
          options={optionsOf<Topic>(names)}
          onChange={(topic) => set({ topic, meaning: '' })}
        />
        <Choice {...field('meaning')} options={meanings ?? []} />
      </div>
      <TextField {...field('reason')} required maxLength={500} />
      <Refusal error={trial.error} />
      {trial.data && <WordPreview preview={trial.data} />}
    </Form>
  );
}

interface Word {
  readonly phrase: string;
  readonly topic: Topic;
  readonly meaning: string;
}

const BLANK: Word = { phrase: '', topic: 'amounts', meaning: '' };

/** What can be tried; undefined while the phrase or its meaning is missing. */
function requestOf({ phrase, topic, meaning }: Word): WordRequest | undefined {
  const written = phrase.trim();
  return meaning !== '' && written.length > 1 ? { kind: KINDS[topic], meaning, phrase: written } : undefined;
}

/** What stands against a word, or which waiting returns it would read in another way. */
function WordPreview({ preview }: { readonly preview: WordPreviewView }) {
  const t = useText(messages);
  const say = useSaid();
  const { conflict, saysNow, tried, effects } = preview;
  if (conflict)
    return (
      <p className="ad-say" role="status">
        {say(conflict, 'message')}
      </p>
    );
  return (
    <div className="form-part ad-part" role="status">
      <p>
        {t.free}{' '}
        {saysNow.length > 0 && (
          <span className="muted">{t.saysNow(saysNow.map((one) => say(one, 'label')).join(' + '))}</span>
        )}
      </p>
      {effects.length === 0 ? (
        <p className="muted">{tried === 0 ? t.noneWaiting : t.noEffect(tried)}</p>
      ) : (
        <>
          <h3>{t.effects(effects.length, tried)}</h3>
          <ul className="ad-history">
            {effects.map(({ returnId, organizationName, fileName, openBefore, openAfter }) => (
              <li key={returnId}>
                {organizationName}, <Link href={`/bao-cao/${returnId}`}>{fileName}</Link>:{' '}
                {t.open(openBefore, openAfter)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Under which words are known, in the order in which they are shown. */
export const topics = {
  identity: { vi: 'Dòng nói về ai, cái gì', en: 'Who or what a row is about' },
  amounts: { vi: 'Cột đếm gì', en: 'What a column counts' },
  qualifiers: { vi: 'Của kế hoạch nào, thời gian nào', en: 'Of which plan, of which time' },
  clearance: { vi: 'Giải phóng mặt bằng', en: 'Land clearance' },
  units: { vi: 'Đơn vị tính', en: 'Units' },
  sources: { vi: 'Nguồn vốn', en: 'Sources of capital' },
} satisfies Record<keyof VocabularyView, Messages[string]>;

const messages = {
  ...words,
  count: withValues('Cách viết riêng của nơi này: {}', 'Phrases of this installation: {}'),
  title: { vi: 'Cách viết riêng của nơi này', en: 'Phrases of this installation' },
  what: {
    vi: 'Biểu của đơn vị viết khác từ vựng của hệ thống thì thêm ở đây: có hiệu lực từ lần đọc kế tiếp, cho mọi đơn vị. Báo cáo đã đọc giữ nguyên; báo cáo đang chờ người gửi thì người gửi bấm “Đọc lại” trên trang báo cáo.',
    en: 'Where a form has words that the system doesn’t know, add them here: they count from the next reading on, for every office. What has been read stays; of a return that waits, its sender presses “Read again” on its page.',
  },
  none: { vi: 'Chưa thêm cách viết nào', en: 'No phrase has been added' },
  phrase: { vi: 'Cách viết, đủ dấu, như trong biểu', en: 'The phrase as the form has it, accents and all' },
  phraseHint: {
    vi: 'Ghi đủ cụm từ: cụm dài hơn được ưu tiên. Bỏ ngày, năm và số.',
    en: 'Give the whole phrase: the longest one wins. Leave out days, years and numbers.',
  },
  topic: { vi: 'Thuộc về', en: 'About' },
  meaning: { vi: 'Nghĩa là', en: 'Means' },
  reason: { vi: 'Lý do (ai viết như vậy, ở biểu nào)', en: 'Reason (who writes so, in which form)' },
  try: { vi: 'Thử', en: 'Try' },
  free: { vi: 'Thêm được: cả cụm chưa có nghĩa.', en: 'It can be added: as a whole it means nothing yet.' },
  saysNow: withValues('Hiện chỉ hiểu các từ trong đó là: {}.', 'By now only words in it are understood: {}.'),
  noneWaiting: {
    vi: 'Không có báo cáo nào đang chờ người gửi để thử.',
    en: 'No return waits for its sender, so that there is none to try it on.',
  },
  noEffect: withValues(
    'Không đổi gì ở {} báo cáo gần nhất đang chờ người gửi.',
    'It changes nothing in the last {} returns that wait for their senders.',
  ),
  effects: withValues(
    'Đổi cách đọc {changed} trong {tried} báo cáo đang chờ người gửi',
    'It changes {changed} of {tried} returns that wait for their senders',
  ),
  open: withValues(
    '{before} → {after} lỗi và câu hỏi khi đọc',
    '{before} → {after} errors and questions of the reading',
  ),
  phraseColumn: { vi: 'Cách viết', en: 'Phrase' },
  added: { vi: 'Thêm', en: 'Added' },
  counts: { vi: 'đang dùng', en: 'in use' },
  retired: { vi: 'thôi dùng', en: 'retired' },
  retire: { vi: 'Thôi dùng', en: 'Retire' },
  retireReason: { vi: 'Vì sao thôi dùng?', en: 'Why is it retired?' },
} satisfies Messages;
