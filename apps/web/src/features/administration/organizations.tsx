import { useQuery } from '@tanstack/react-query';
import type {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  ListOf,
  OrganizationKind,
  OrganizationView,
} from '@thongvon/api-contract';
import { ORGANIZATION_KIND_NAMES } from '@thongvon/kernel';
import { longList, useLongList } from '../../api/long-list';
import { officesQuery, useOfficeNames } from '../../api/offices';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { DateText, QueryStates } from '../../shared';
import { DateInput } from '../../shared/form/date-input';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { changesOf, filledFrom, orNull, useForm } from '../../shared/form/use-form';
import { ListPage, type PaneProps } from '../../shared/list/list-page';
import { DUTIES_KEY, ORGANIZATIONS_KEY, words } from './common';

/** The offices, those that have ended as well: founding, renaming, moving and ending them. */
export function Organizations() {
  const t = useText(messages);
  const kinds = useText(ORGANIZATION_KIND_NAMES);
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const offices = useQuery(officesQuery);
  const editor = (row: OrganizationView | undefined, close: () => void) => (
    <QueryStates query={offices}>{(all) => <OfficeEditor {...all} row={row} onClose={close} />}</QueryStates>
  );
  return (
    <ListPage
      list={useLongList(longList<OrganizationView>(ORGANIZATIONS_KEY, '/api/organizations', {}))}
      title={t.count}
      titles={t}
      cells={{
        organization: ({ name }) => name,
        kind: ({ kind }) => kinds[kind],
        parentId: ({ parentId }) => (parentId === null ? '–' : nameOf(parentId)),
        commune: ({ commune }) => commune ?? '–',
        since: {
          render: ({ effectiveFrom, effectiveTo }) => (
            <>
              <DateText date={effectiveFrom} />
              {effectiveTo !== null && ` ${t.until(formats.date(effectiveTo))}`}
            </>
          ),
          sub: ({ successorId }) => successorId !== null && t.succeeded(nameOf(successorId)),
        },
      }}
      add={{ label: t.add, pane: (close) => editor(undefined, close) }}
      pane={editor}
    />
  );
}

type OfficeEditorProps = PaneProps<OrganizationView | undefined> & ListOf<OrganizationView>;

/** What an office is called and where it stands; of one that is there already also its last day. */
function OfficeEditor({ row, items: offices, onClose }: OfficeEditorProps) {
  const t = useText(messages);
  const kinds = useText(ORGANIZATION_KIND_NAMES);
  const { values, field, form } = useForm({
    fields: row ? filledFrom(BLANK, row) : { ...BLANK, parentId: topOf(offices) ?? '' },
    labels: t,
    send: row ? ['PATCH', `/api/organizations/${row.id}`] : ['POST', '/api/organizations'],
    request: (draft): CreateOrganizationRequest | ChangeOrganizationRequest | undefined =>
      row
        ? changesOf<ChangeOrganizationRequest>(row, { ...placeOf(draft), ...endOf(draft) })
        : placeOf(draft),
    stale: [ORGANIZATIONS_KEY, DUTIES_KEY],
    onDone: onClose,
  });
  // It can't stand above itself.
  const others = offices.flatMap(({ id, name }) => (id === row?.id ? [] : [{ value: id, name }]));
  return (
    <Form {...form} submit={row ? t.saveChanges : t.create}>
      <TextField {...field('name')} required maxLength={300} />
      <div className="form-pair">
        <Choice {...field('kind')} options={optionsOf(kinds)} />
        <DateInput {...field('effectiveFrom')} required />
      </div>
      <Choice {...field('parentId')} none={t.noParent} options={others} />
      <TextField {...field('commune')} maxLength={200} />
      {row && (
        <>
          <p className="small muted">{t.keeps}</p>
          <h3>{t.ending}</h3>
          <DateInput {...field('effectiveTo')} hint={t.lastDayHint} min={values.effectiveFrom} />
        </>
      )}
      {values.effectiveTo !== '' && (
        <Choice {...field('successorId')} none={t.noSuccessor} options={others} />
      )}
    </Form>
  );
}

/** Who stands below nobody is seen by nobody else: the one office that all stand below, where there is one such. */
function topOf(offices: readonly OrganizationView[]): string | undefined {
  const [top, second] = offices.filter(({ parentId }) => parentId === null);
  return second === undefined ? top?.id : undefined;
}

const BLANK = {
  ...{ name: '', kind: 'commune' as OrganizationKind, parentId: '', commune: '', effectiveFrom: '' },
  ...{ effectiveTo: '', successorId: '' },
};
type Office = typeof BLANK;

/** As the API takes it. */
function placeOf({ name, kind, parentId, commune, effectiveFrom }: Office): CreateOrganizationRequest {
  return { name, kind, parentId: orNull(parentId), commune: orNull(commune), effectiveFrom };
}

/** Who has no last day has no successor; one that was chosen waits while the day is typed anew. */
function endOf({ effectiveTo, successorId }: Office) {
  return { effectiveTo: orNull(effectiveTo), successorId: effectiveTo === '' ? null : orNull(successorId) };
}

const messages = {
  ...words,
  count: withValues('{} đơn vị', '{} organisations'),
  since: { vi: 'Hoạt động từ', en: 'Since' },
  until: withValues('đến {}', 'until {}'),
  add: { vi: 'Thêm đơn vị', en: 'New organisation' },
  parentId: { vi: 'Đơn vị cấp trên', en: 'Above it' },
  noParent: { vi: '(không có)', en: '(none)' },
  name: { vi: 'Tên đầy đủ, như trên văn bản', en: 'Full name, as on its documents' },
  commune: { vi: 'Địa bàn (xã)', en: 'Commune' },
  effectiveFrom: { vi: 'Ngày đầu tiên', en: 'First day' },
  create: { vi: 'Thêm đơn vị', en: 'Add' },
  keeps: {
    vi: 'Đổi tên hay cấp trên không tách số liệu: dự án, báo cáo và tài khoản vẫn thuộc đơn vị này. Ai đổi gì, khi nào nằm trong nhật ký.',
    en: 'A new name or place keeps projects, returns and accounts with it. Who changed what and when is in the audit trail.',
  },
  ending: { vi: 'Kết thúc hoạt động', en: 'Ending it' },
  effectiveTo: { vi: 'Ngày cuối cùng', en: 'Last day' },
  lastDayHint: {
    vi: 'Để trống khi còn hoạt động. Sau ngày này đơn vị không phải gửi báo cáo nữa; số liệu cũ giữ nguyên. Tài khoản của đơn vị vẫn đăng nhập được: hãy chuyển hoặc khóa.',
    en: 'Empty while it exists. After it no return is owed; old figures stay. Its accounts can still sign in: move or disable them.',
  },
  successorId: { vi: 'Đơn vị kế thừa', en: 'Successor' },
  noSuccessor: { vi: '(chưa có)', en: '(none yet)' },
  succeeded: withValues('kế thừa: {}', 'successor: {}'),
} satisfies Messages;
