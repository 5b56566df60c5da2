import { useQuery } from '@tanstack/react-query';
import type { AddSegmentRequest, SegmentView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../../language';
import { Act } from '../../../shared/form/act';
import { Choice, given, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { useKeptForm } from '../../../shared/form/use-kept-form';
import { participantOfficesQuery } from '../queries';
import { entryMessages } from './messages';

interface SegmentsProps {
  readonly projectId: string;
  readonly segments: readonly SegmentView[];
  readonly mayEnter: boolean;
}

/** The parts of a project that are cleared apart, each with the day of its newest figures. */
export function Segments({ projectId, segments, mayEnter }: SegmentsProps) {
  const t = useText(entryMessages);
  const formats = useFormats();
  return (
    <>
      <h3>{t.segments}</h3>
      {segments.length === 0 && <p className="pj-note">{t.noSegments}</p>}
      <ul className="pj-segments">
        {segments.map(({ id, name, commune, batch, figuresAsOf }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="small muted">
              {[
                commune,
                batch === null ? null : t.batchOf(batch),
                figuresAsOf === null ? t.silent : t.figuresTo(formats.date(figuresAsOf)),
              ]
                .filter((said) => said !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {mayEnter && (
        <Act name={`segment:${projectId}`} title={t.addSegment}>
          {(done) => <AddSegment projectId={projectId} onDone={done} />}
        </Act>
      )}
    </>
  );
}

const BLANK = { name: '', commune: '', batch: '', organizationId: '' };

function AddSegment({ projectId, onDone }: { readonly projectId: string; readonly onDone: () => void }) {
  const t = useText(entryMessages);
  const offices = useQuery(participantOfficesQuery(projectId)).data?.items ?? [];
  const { field, question, form } = useKeptForm<typeof BLANK, AddSegmentRequest, readonly SegmentView[]>({
    name: `segment:${projectId}`,
    fields: BLANK,
    send: ['POST', `/api/land-clearance/projects/${projectId}/segments`],
    words: 'name',
    request: ({ name, batch, ...rest }) =>
      name.trim() === '' || !/^(?:[1-9]\d{0,2})?$/.test(batch.trim())
        ? undefined
        : {
            name: name.trim(),
            ...given('commune', rest.commune),
            ...given('organizationId', rest.organizationId),
            ...(batch.trim() === '' ? {} : { batch: Number(batch.trim()) }),
          },
    stale: [['land-clearance'], ['projects', projectId]],
    onDone,
  });
  return (
    <Form {...form} minor submit={t.segmentSave}>
      <TextField {...field('name')} label={t.segmentName} hint={t.segmentNameHint} required maxLength={200} />
      {question}
      <div className="form-row">
        <TextField {...field('commune')} label={t.commune} maxLength={200} />
        <TextField {...field('batch')} label={t.batch} inputMode="numeric" maxLength={3} />
        <Choice
          {...field('organizationId')}
          label={t.clearedBy}
          none={t.clearedByNone}
          options={offices.map(({ id, name }) => ({ value: id, name }))}
        />
      </div>
    </Form>
  );
}
