import fc from 'fast-check';
import { addDays, plainDate } from '@thongvon/kernel';
import type { BlockerEvent, Done, Named } from './blocker-state';
import { blockerPositions, type BlockerPosition } from './blocker-history';

let count = 0;
const at = (
  on: string,
): { mergedFrom: string | null; on: ReturnType<typeof plainDate>; at: Date; id: bigint } => ({
  mergedFrom: null,
  on: plainDate(on),
  at: new Date(`${on}T15:00:00+07:00`),
  id: BigInt(++count),
});
const named = (
  on: string,
  text: string,
  more: { unit?: string; office?: string; due?: string } = {},
): Named => ({
  type: 'named',
  ...at(on),
  text,
  responsibleUnit: more.unit ?? null,
  responsibleOfficeId: more.office ?? null,
  due: more.due === undefined ? null : plainDate(more.due),
});
const done = (type: Done['type'], on: string, changes: Done['changes'] = {}, text = 'đã làm'): Done => ({
  type,
  ...at(on),
  text,
  evidence: null,
  changes,
});
const last = (events: readonly BlockerEvent[]): BlockerPosition | undefined =>
  blockerPositions(events).at(-1);

const FIRST = named('2023-05-24', '04 hộ không nhận tiền');

describe('the states of a blocker', () => {
  it('begin with the first as-of date that names it, marked as estimated, with a suggested and no confirmed cause', () => {
    expect(blockerPositions([named('2023-06-21', '04 hộ không nhận tiền'), FIRST])[0]).toMatchObject({
      from: '2023-05-24',
      openedOn: '2023-05-24',
      openedEstimated: true,
      cause: 'unclassified',
      suggestedCauses: ['payment-refused'],
    });
  });

  it('begin earlier, and are no longer estimated, once a person says when it began', () => {
    const positions = blockerPositions([
      FIRST,
      done('changed', '2023-06-01', { openedOn: plainDate('2023-02-01') }),
    ]);
    expect(positions[0]).toMatchObject({
      from: '2023-02-01',
      openedOn: '2023-02-01',
      openedEstimated: false,
    });
  });

  it('follow the words, unit and due date of the next return', () => {
    const next = named('2023-06-21', '02 hộ không nhận tiền', {
      unit: 'UBND thị trấn Hà Lam',
      due: '2023-06-15',
    });
    expect(blockerPositions([FIRST, next])).toMatchObject([
      { from: '2023-05-24', to: '2023-06-21', due: null, description: '04 hộ không nhận tiền' },
      { from: '2023-06-21', to: null, due: '2023-06-15', responsibleUnit: 'UBND thị trấn Hà Lam' },
    ]);
  });

  it('keep what a person set when the next return only repeats itself, and follow it when it says something else', () => {
    const due = { due: '2023-05-31' };
    const put = done('changed', '2023-06-05', { due: plainDate('2023-07-31'), cause: 'dispute' });
    const reported = [named('2023-05-24', 'A', due), put, named('2023-06-07', 'A', due)];
    expect(last(reported)).toMatchObject({ due: '2023-07-31', cause: 'dispute' });
    expect(last([...reported, named('2023-06-14', 'A', { due: '2023-06-30' })])).toMatchObject({
      due: '2023-06-30',
    });
  });

  it('know the cause for the whole life of the blocker once a person confirms it', () => {
    const positions = blockerPositions([
      FIRST,
      named('2023-06-21', 'Còn 2 hộ không nhận tiền'),
      done('changed', '2023-06-23', { cause: 'dispute', decidingLevel: 'commune' }),
    ]);
    expect(positions.map(({ cause, decidingLevel }) => [cause, decidingLevel])).toEqual(
      positions.map(() => ['dispute', 'commune']),
    );
  });

  it('keep what people set before the first return that still counts', () => {
    const changed = done('changed', '2023-05-20', { cause: 'dispute' });
    expect(last([changed, done('closed', '2023-05-21'), FIRST])).toMatchObject({
      open: true,
      cause: 'dispute',
    });
  });

  it('keep a due date that a person moved to the days from then on, and fill in one that nobody had set', () => {
    const due = (events: readonly BlockerEvent[]): unknown[] =>
      blockerPositions(events).map((position) => position.due);
    const moved = done('changed', '2023-06-23', { due: plainDate('2023-07-31') });
    expect(due([named('2023-05-24', 'A', { due: '2023-05-31' }), moved])).toEqual([
      '2023-05-31',
      '2023-07-31',
    ]);
    expect(due([named('2023-05-24', 'A'), moved])).toEqual(['2023-07-31', '2023-07-31']);
  });

  it('are closed with a reason, and reopened by a return of a later date that names it again', () => {
    const closed = done('closed', '2023-06-07', {}, 'Hộ đã nhận tiền');
    expect(last([FIRST, closed])).toMatchObject({
      open: false,
      closedOn: '2023-06-07',
      closingReason: 'Hộ đã nhận tiền',
    });
    expect(last([FIRST, named('2023-06-07', FIRST.text), closed])).toMatchObject({
      open: false,
      reopened: 0,
    });
    expect(last([FIRST, closed, named('2023-06-14', FIRST.text)])).toMatchObject({
      open: true,
      reopened: 1,
      closedOn: null,
      openedOn: '2023-05-24',
    });
  });

  it('ask whether it is solved while a return leaves it out and its sender has not said so', () => {
    const left = { type: 'unnamed', ...at('2023-06-14'), text: 'chưa rõ' } as const;
    expect(last([FIRST, left])).toMatchObject({ open: true, unnamedSince: '2023-06-14' });
    expect(last([FIRST, left, named('2023-06-21', FIRST.text)])).toMatchObject({ unnamedSince: null });
    expect(last([FIRST, left, done('still-open', '2023-06-16')])).toMatchObject({ unnamedSince: null });
    expect(last([FIRST, { ...left, type: 'solved' }])).toMatchObject({ open: false, closedOn: '2023-06-14' });
  });

  it('carry the capital that a person set with its reason, until that is taken back', () => {
    const set = done('changed', '2023-06-01', { capitalHeld: '5000000000' }, 'Chỉ đoạn 2');
    expect(last([FIRST, set])).toMatchObject({ heldAmount: 5_000_000_000n, heldReason: 'Chỉ đoạn 2' });
    expect(last([FIRST, set, done('changed', '2023-06-02', { capitalHeld: null })])).toMatchObject({
      heldAmount: null,
      heldReason: null,
    });
  });

  describe('with an office that must act', () => {
    const PHU = { unit: 'UBND xã Bình Phú', office: 'phu' };
    const NAMED = named('2023-05-24', 'A', PHU);
    const asked = (on: string, more: object) =>
      done(
        'due-proposed',
        on,
        { proposal: { by: 'phu', due: plainDate('2023-06-30'), ...more } },
        'chờ giá đất',
      );
    const offered = (on: string, by = 'phu') =>
      done(
        'handover-proposed',
        on,
        { proposal: { by, to: 'nam', toOffice: 'UBND xã Bình Nam' } },
        'của xã Nam',
      );
    const taken = (on: string) =>
      done('handover-accepted', on, {
        responsibleOfficeId: 'nam',
        responsibleUnit: 'UBND xã Bình Nam',
        proposal: { of: '1', by: 'phu', to: 'nam' },
      });

    it('say since when it is its turn, which a return that only repeats itself or abbreviates never moves', () => {
      const again = named('2023-06-07', 'A', { unit: 'UBND X. Bình Phú', office: 'phu' });
      expect(last([NAMED, again])).toMatchObject({ responsibleOfficeId: 'phu', turnSince: '2023-05-24' });
      const other = named('2023-06-14', 'A', { unit: 'UBND xã Bình Nam', office: 'nam' });
      expect(last([NAMED, again, other])).toMatchObject({
        responsibleOfficeId: 'nam',
        turnSince: '2023-06-14',
      });
      expect(last([NAMED, done('closed', '2023-06-01')])).toMatchObject({ turnSince: null });
      expect(last([NAMED, done('closed', '2023-06-01'), done('reopened', '2023-06-03')])).toMatchObject({
        turnSince: '2023-06-03',
      });
    });

    it('have none where the words mean none, until a person says which, for the days with the same words too', () => {
      const words = named('2023-05-24', 'A', { unit: 'Trung tâm PTQĐ' });
      const others = named('2023-05-31', 'A', { unit: 'UBND xã' });
      const set = done('changed', '2023-06-05', { responsibleOfficeId: 'center' });
      expect(blockerPositions([words, set]).map((one) => [one.from, one.responsibleOfficeId])).toEqual([
        ['2023-05-24', 'center'],
        ['2023-06-05', 'center'],
      ]);
      expect(blockerPositions([words, others, set]).map((one) => one.responsibleOfficeId)).toEqual([
        null,
        'center',
        'center',
      ]);
      const later = named('2023-06-14', 'A', { unit: 'Chủ đầu tư' });
      expect(last([words, set, later])).toMatchObject({
        responsibleOfficeId: null,
        responsibleUnit: 'Chủ đầu tư',
      });
    });

    it('keep an open proposal until it is answered, and the day that was granted', () => {
      const ask = asked('2023-06-10', {});
      expect(last([NAMED, ask])).toMatchObject({
        due: null,
        dueProposal: {
          id: String(ask.id),
          due: '2023-06-30',
          by: 'phu',
          on: '2023-06-10',
          reason: 'chờ giá đất',
        },
        responsibleOfficeId: 'phu',
        turnSince: '2023-05-24',
      });
      const granted = done('due-accepted', '2023-06-12', { due: plainDate('2023-06-30') });
      expect(last([NAMED, ask, granted])).toMatchObject({ due: '2023-06-30', dueProposal: null });
      for (const type of ['due-refused', 'due-withdrawn'] as const)
        expect(last([NAMED, ask, done(type, '2023-06-12')])).toMatchObject({ due: null, dueProposal: null });
    });

    it('go over to the office that was asked only with its yes, and nothing that was asked before goes with it', () => {
      const offer = offered('2023-06-10');
      expect(last([NAMED, offer])).toMatchObject({
        responsibleOfficeId: 'phu',
        handoverProposal: { to: 'nam', by: 'phu' },
      });
      expect(last([NAMED, asked('2023-06-09', {}), offer, taken('2023-06-12')])).toMatchObject({
        responsibleOfficeId: 'nam',
        responsibleUnit: 'UBND xã Bình Nam',
        turnSince: '2023-06-12',
        dueProposal: null,
        handoverProposal: null,
      });
      expect(last([NAMED, offer, done('handover-refused', '2023-06-12')])).toMatchObject({
        responsibleOfficeId: 'phu',
        handoverProposal: null,
      });
    });

    it('keep who took it over while returns go on repeating the words of before, however they are written', () => {
      const events = [NAMED, offered('2023-06-10'), taken('2023-06-12')];
      for (const unit of [PHU.unit, 'UBND X. BÌNH PHÚ'])
        expect(last([...events, named('2023-06-14', 'A', { unit, office: 'phu' })])).toMatchObject({
          responsibleOfficeId: 'nam',
        });
    });

    it('ask nothing more once closed, or once it is another office’s turn', () => {
      for (const ends of [
        done('closed', '2023-06-12'),
        named('2023-06-12', 'A', { unit: 'UBND xã Bình Đào', office: 'dao' }),
        done('changed', '2023-06-12', { responsibleOfficeId: null }),
      ])
        expect(last([NAMED, asked('2023-06-10', {}), offered('2023-06-10'), ends])).toMatchObject({
          dueProposal: null,
          handoverProposal: null,
        });
      // Asked by an office that a return of an earlier day, approved later, has replaced.
      const replaced = named('2023-06-07', 'A', { unit: 'UBND xã Bình Đào', office: 'dao' });
      expect(last([NAMED, replaced, asked('2023-06-10', {})])).toMatchObject({ dueProposal: null });
    });
  });

  describe('with another blocker merged into it', () => {
    const merged = <T extends BlockerEvent>(event: T): T => ({ ...event, mergedFrom: 'other' });
    const OTHER = merged(named('2023-05-17', 'Hộ dân chưa nhận tiền bồi thường', { unit: 'UBND xã A' }));

    it('begin with the first of the two, keep their own words, and take from the other what they lack', () => {
      expect(last([FIRST, OTHER])).toMatchObject({
        openedOn: '2023-05-17',
        description: FIRST.text,
        responsibleUnit: 'UBND xã A',
      });
      expect(blockerPositions([FIRST, OTHER])[0]).toMatchObject({ description: OTHER.text });
      const own = named('2023-05-31', FIRST.text, { unit: 'UBND xã B' });
      const later = merged(named('2023-06-07', 'Còn vướng 02 hộ', { unit: 'UBND xã C' }));
      expect(last([FIRST, OTHER, own, later])).toMatchObject({
        description: FIRST.text,
        responsibleUnit: 'UBND xã B',
      });
    });

    it('never mix the words of one with the office of the other', () => {
      const other = merged(named('2023-05-17', 'Khác', { unit: 'UBND xã A', office: 'a' }));
      const own = named('2023-05-31', FIRST.text, { unit: 'Chủ đầu tư' });
      expect(last([FIRST, other])).toMatchObject({ responsibleUnit: 'UBND xã A', responsibleOfficeId: 'a' });
      expect(
        last([FIRST, own, other, merged(named('2023-06-07', 'Khác', { unit: 'UBND xã C', office: 'c' }))]),
      ).toMatchObject({
        responsibleUnit: 'Chủ đầu tư',
        responsibleOfficeId: null,
      });
    });

    it('stay open while either is named, whatever was said of the other alone', () => {
      const gone = { ...at('2023-06-07'), mergedFrom: 'other', type: 'solved', text: 'xong' } as const;
      expect(last([FIRST, OTHER, gone])).toMatchObject({ open: true });
      expect(last([FIRST, OTHER, merged(done('closed', '2023-06-07'))])).toMatchObject({ open: true });
      const closed = done('closed', '2023-06-08');
      expect(last([FIRST, OTHER, closed])).toMatchObject({ open: false });
      expect(last([FIRST, OTHER, closed, merged(named('2023-06-14', OTHER.text))])).toMatchObject({
        open: true,
        reopened: 1,
      });
    });

    it('count what people did about the other, and what they set where nobody has set it here', () => {
      const set = merged(done('changed', '2023-06-01', { cause: 'dispute', due: plainDate('2023-06-30') }));
      expect(last([FIRST, OTHER, set])).toMatchObject({ cause: 'dispute', due: '2023-06-30' });
      const own = done('changed', '2023-05-31', { cause: 'payment-refused' });
      const reminded = merged(done('reminder', '2023-06-02'));
      expect(last([FIRST, own, OTHER, set, reminded])).toMatchObject({
        cause: 'payment-refused',
        lastActionOn: '2023-06-02',
        reminders: 1,
      });
    });
  });

  it('are none when nothing that counts has opened it', () => {
    expect(
      blockerPositions([done('work', '2023-06-01'), done('changed', '2023-06-02', { cause: 'dispute' })]),
    ).toEqual([]);
  });

  it('do not depend on the order in which the events were found, and cover time without gap or overlap', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays(plainDate('2023-06-01'), days));
    const event = fc.oneof(
      fc
        .tuple(day, fc.constantFrom('A', 'B 1', 'B 2'), fc.option(day))
        .map(([on, text, due]) => named(on, text, due === null ? {} : { due })),
      fc
        .tuple(fc.constantFrom<Done['type']>('opened', 'work', 'closed', 'reopened', 'still-open'), day)
        .map(([type, on]) => done(type, on)),
    );
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (events) => {
        const positions = blockerPositions(events);
        expect(blockerPositions(events.toReversed())).toEqual(positions);
        for (const [index, { from, to }] of positions.entries()) {
          expect(to).toBe(positions[index + 1]?.from ?? null);
          expect(to === null || to > from).toBe(true);
        }
        expect(positions.length > 0).toBe(events.some(({ type }) => type === 'named' || type === 'opened'));
      }),
    );
  });
});
