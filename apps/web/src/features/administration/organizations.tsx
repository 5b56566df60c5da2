import { useQuery } from '@tanstack/react-query';
import type {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  OrganizationKind,
  OrganizationView,
} from '@thongvon/api-contract';
import { longList, useLongList } from '../../api/long-list';
import { officesQuery } from '../../api/offices';
import { type Messages, useFormats, useText } from '../../language';
import { DateText, QueryStates } from '../../shared';
import { Drawer } from '../../shared/drawer';
import { DateInput } from '../../shared/form/date-input';
import { Choice, type Option, optionsOf, TextField } from '../../shared/form/fields';
import { changedFields, type Fields, Form, useFields } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
import { ListPage } from '../../shared/list/list-page';
import { organizationKinds } from './messages';
import { DUTIES_KEY, ORGANIZATIONS_KEY } from './queries';

const STALE = [ORGANIZATIONS_KEY, DUTIES_KEY];

/** The offices, those that have ended as well: founding, renaming, moving and ending them. */
export function Organizations() {
  const t = useText(messages);
  const kinds = useText(organizationKinds);
  const formats = useFormats();
  const list = useLongList(longList<OrganizationView>(ORGANIZATIONS_KEY, '/api/organizations', {}));
  const nameOf = useOfficeNames();
  return (
    <ListPage
      list={list}
      title={t.count(formats.count(list.total))}
      columns={[
        { key: 'name', title: t.organization, render: ({ name }) => name },
        { key: 'kind', title: t.kind, render: ({ kind }) => kinds[kind] },
        { key: 'parent', title: t.parent, render: ({ parentId }) => nameOf(parentId) },
        { key: 'commune', title: t.commune, render: ({ commune }) => commune ?? '–' },
        {
          key: 'since',
          title: t.since,
          render: ({ effectiveFrom, effectiveTo }) => (
            <>
              <DateText date={effectiveFrom} />
              {effectiveTo !== null && ` ${t.until(formats.date(effectiveTo))}`}
            </>
          ),
          sub: ({ successorId }) => successorId !== null && t.succeeded(nameOf(successorId)),
        },
      ]}
      empty={t.none}
      add={{ label: t.add, pane: (close) => <NewOrganization onClose={close} /> }}
      pane={(organization, close) => <KnownOrganization organization={organization} onClose={close} />}
    />
  );
}

/** What the office of an id is called; a dash for none. */
function useOfficeNames(): (id: string | null) => string {
  const { data } = useQuery(officesQuery);
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '–' : (names.get(id) ?? '…'));
}

interface Place {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId: string;
  readonly commune: string;
  readonly effectiveFrom: string;
}

/** '' as the API has it. */
const orNull = (text: string): string | null => (text === '' ? null : text);

function NewOrganization({ onClose }: { readonly onClose: () => void }) {
  const t = useText(messages);
  const offices = useQuery(officesQuery);
  return (
    <Drawer title={t.add} onClose={onClose}>
      <QueryStates query={offices}>
        {({ items }) => {
          const [top, second] = items.filter(({ parentId }) => parentId === null);
          // Who stands below nobody is seen by nobody else: the one office that all stand below, where there is one such.
          return <Founding top={second === undefined ? (top?.id ?? '') : ''} onDone={onClose} />;
        }}
      </QueryStates>
    </Drawer>
  );
}

function Founding({ top, onDone }: { readonly top: string; readonly onDone: () => void }) {
  const t = useText(messages);
  const place: Place = { name: '', kind: 'commune', parentId: top, commune: '', effectiveFrom: '' };
  const fields = useFields(place);
  const { parentId, commune, ...others } = fields.values;
  const create = useChange<CreateOrganizationRequest, OrganizationView>('POST', '/api/organizations', {
    stale: STALE,
    onDone,
  });
  const found = () => create.mutate({ ...others, parentId: orNull(parentId), commune: orNull(commune) });
  return (
    <Form submit={t.create} change={create} onSubmit={found}>
      <PlaceFields fields={fields} />
    </Form>
  );
}

interface KnownOrganizationProps {
  readonly organization: OrganizationView;
  readonly onClose: () => void;
}

function KnownOrganization({ organization, onClose }: KnownOrganizationProps) {
  const t = useText(messages);
  const { id, name, kind, parentId, commune, effectiveFrom, effectiveTo, successorId } = organization;
  const fields = useFields({
    ...{ name, kind, parentId: parentId ?? '', commune: commune ?? '', effectiveFrom },
    ...{ effectiveTo: effectiveTo ?? '', successorId: successorId ?? '' },
  });
  const { values, field } = fields;
  const hasEnd = values.effectiveTo !== '';
  const draft = {
    ...{ name: values.name, kind: values.kind, effectiveFrom: values.effectiveFrom },
    ...{ parentId: orNull(values.parentId), commune: orNull(values.commune) },
    effectiveTo: orNull(values.effectiveTo),
    // Who has no last day has no successor; one that was chosen waits while the day is typed anew.
    successorId: hasEnd ? orNull(values.successorId) : null,
  };
  const before = { name, kind, effectiveFrom, parentId, commune, effectiveTo, successorId };
  const changes = changedFields(before, draft);
  const change = useChange<ChangeOrganizationRequest, OrganizationView>('PATCH', `/api/organizations/${id}`, {
    stale: STALE,
    onDone: onClose,
  });
  const successors = useOffices(id);
  return (
    <Drawer title={name} onClose={onClose}>
      <Form
        submit={t.save}
        change={change}
        ready={Object.keys(changes).length > 0}
        onSubmit={() => change.mutate(changes)}
      >
        <PlaceFields fields={fields} own={id} />
        <p className="small muted">{t.keeps}</p>
        <h3>{t.ending}</h3>
        <DateInput
          {...field('effectiveTo')}
          label={t.lastDay}
          hint={t.lastDayHint}
          min={values.effectiveFrom}
        />
        {hasEnd && (
          <Choice {...field('successorId')} label={t.successor} none={t.noSuccessor} options={successors} />
        )}
      </Form>
    </Drawer>
  );
}

interface PlaceFieldsProps {
  readonly fields: Pick<Fields<Place>, 'field'>;
  /** Its id, if it is there already: it can't stand above itself. */
  readonly own?: string;
}

function PlaceFields({ fields: { field }, own }: PlaceFieldsProps) {
  const t = useText(messages);
  const kinds = useText(organizationKinds);
  return (
    <>
      <TextField {...field('name')} label={t.name} required maxLength={300} />
      <div className="form-pair">
        <Choice {...field('kind')} label={t.kind} options={optionsOf(kinds)} />
        <DateInput {...field('effectiveFrom')} label={t.from} required />
      </div>
      <Choice {...field('parentId')} label={t.parent} none={t.noParent} options={useOffices(own)} />
      <TextField {...field('commune')} label={t.commune} maxLength={200} />
    </>
  );
}

/** The offices to choose from, without this one. */
function useOffices(without: string | undefined): readonly Option[] {
  const { data } = useQuery(officesQuery);
  return (data?.items ?? []).filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, name }));
}

const messages = {
  count: { vi: (count: string) => `${count} đơn vị`, en: (count: string) => `${count} organisations` },
  none: { vi: 'Không có mục nào khớp', en: 'Nothing matches' },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  since: { vi: 'Hoạt động từ', en: 'Since' },
  until: { vi: (day: string) => `đến ${day}`, en: (day: string) => `until ${day}` },
  add: { vi: 'Thêm đơn vị', en: 'New organisation' },
  kind: { vi: 'Loại', en: 'Kind' },
  parent: { vi: 'Đơn vị cấp trên', en: 'Above it' },
  noParent: { vi: '(không có)', en: '(none)' },
  name: { vi: 'Tên đầy đủ, như trên văn bản', en: 'Full name, as on its documents' },
  commune: { vi: 'Địa bàn (xã)', en: 'Commune' },
  from: { vi: 'Ngày đầu tiên', en: 'First day' },
  save: { vi: 'Lưu thay đổi', en: 'Save' },
  create: { vi: 'Thêm đơn vị', en: 'Add' },
  keeps: {
    vi: 'Đổi tên hay cấp trên không tách số liệu: dự án, báo cáo và tài khoản vẫn thuộc đơn vị này. Ai đổi gì, khi nào nằm trong nhật ký.',
    en: 'A new name or place keeps projects, returns and accounts with it. Who changed what and when is in the audit trail.',
  },
  ending: { vi: 'Kết thúc hoạt động', en: 'Ending it' },
  lastDay: { vi: 'Ngày cuối cùng', en: 'Last day' },
  lastDayHint: {
    vi: 'Để trống khi còn hoạt động. Sau ngày này đơn vị không phải gửi báo cáo nữa; số liệu cũ giữ nguyên. Tài khoản của đơn vị vẫn đăng nhập được: hãy chuyển hoặc khoá.',
    en: 'Empty while it exists. After it no return is owed; old figures stay. Its accounts can still sign in: move or disable them.',
  },
  successor: { vi: 'Đơn vị kế thừa', en: 'Successor' },
  noSuccessor: { vi: '(chưa có)', en: '(none yet)' },
  succeeded: { vi: (name: string) => `kế thừa: ${name}`, en: (name: string) => `successor: ${name}` },
} satisfies Messages;
