import { useQuery } from '@tanstack/react-query';
import type {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  OrganizationKind,
  OrganizationView,
} from '@thongvon/api-contract';
import { longList, useLongList } from '../../api/long-list';
import { officeOptionsQuery, officesQuery, useOfficeNames } from '../../api/offices';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { DateText, QueryStates } from '../../shared';
import { DateInput } from '../../shared/form/date-input';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { changesOf, filledFrom, type FormField, orNull, useForm } from '../../shared/form/use-form';
import { ListPage, type PaneProps } from '../../shared/list/list-page';
import { DUTIES_KEY, organizationKinds, ORGANIZATIONS_KEY, words } from './common';

/** The offices, those that have ended as well: founding, renaming, moving and ending them. */
export function Organizations() {
  const t = useText(messages);
  const kinds = useText(organizationKinds);
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const offices = useQuery(officesQuery);
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
      add={{
        label: t.add,
        pane: (close) => (
          <QueryStates query={offices}>
            {({ items }) => <Founding offices={items} onDone={close} />}
          </QueryStates>
        ),
      }}
      pane={(organization, close) => <KnownOrganization row={organization} onClose={close} />}
    />
  );
}

interface FoundingProps {
  readonly offices: readonly OrganizationView[];
  readonly onDone: () => void;
}

function Founding({ offices, onDone }: FoundingProps) {
  const t = useText(messages);
  const [top, second] = offices.filter(({ parentId }) => parentId === null);
  // Who stands below nobody is seen by nobody else: the one office that all stand below, where there is one such.
  const above = second === undefined ? top?.id : undefined;
  const { field, form } = useForm({
    fields: { ...BLANK, parentId: above ?? '' },
    labels: t,
    send: ['POST', '/api/organizations'],
    request: placeOf,
    stale: STALE,
    onDone,
  });
  return (
    <Form {...form} submit={t.create}>
      <PlaceFields field={field} />
    </Form>
  );
}

function KnownOrganization({ row: organization, onClose }: PaneProps<OrganizationView>) {
  const t = useText(messages);
  const { id } = organization;
  const { values, field, form } = useForm({
    fields: filledFrom(BLANK, organization),
    labels: t,
    send: ['PATCH', `/api/organizations/${id}`],
    request: (draft) =>
      changesOf<ChangeOrganizationRequest>(organization, { ...placeOf(draft), ...endOf(draft) }),
    stale: STALE,
    onDone: onClose,
  });
  const others = useOtherOffices(id);
  return (
    <Form {...form} submit={t.saveChanges}>
      <PlaceFields field={field} own={id} />
      <p className="small muted">{t.keeps}</p>
      <h3>{t.ending}</h3>
      <DateInput {...field('effectiveTo')} hint={t.lastDayHint} min={values.effectiveFrom} />
      {values.effectiveTo !== '' && (
        <Choice {...field('successorId')} none={t.noSuccessor} options={others} />
      )}
    </Form>
  );
}

const STALE = [ORGANIZATIONS_KEY, DUTIES_KEY];

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

interface PlaceFieldsProps {
  readonly field: FormField<Office>;
  /** Its id, if it is there already: it can't stand above itself. */
  readonly own?: string;
}

function PlaceFields({ field, own }: PlaceFieldsProps) {
  const t = useText(messages);
  const kinds = useText(organizationKinds);
  return (
    <>
      <TextField {...field('name')} required maxLength={300} />
      <div className="form-pair">
        <Choice {...field('kind')} options={optionsOf(kinds)} />
        <DateInput {...field('effectiveFrom')} required />
      </div>
      <Choice {...field('parentId')} none={t.noParent} options={useOtherOffices(own)} />
      <TextField {...field('commune')} maxLength={200} />
    </>
  );
}

/** The offices to choose from, without this one. */
function useOtherOffices(own?: string) {
  const { data: offices = [] } = useQuery(officeOptionsQuery);
  return offices.filter(({ value }) => value !== own);
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
