import fc from 'fast-check';
import { plainDate } from '@thongvon/kernel';
import { BLOCKER_POWERS, type BlockerPower, ROLES } from '@thongvon/api-contract';
import { type Doer, powersOf, type Ruled } from './powers';

/** A district with a board that owns the project, and two communes. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  district: ['district', 'board', 'commune', 'other'],
  board: ['board'],
  commune: ['commune'],
  other: ['other'],
};
const doer = (organizationId: string, role: Doer['role']): Doer => ({
  role,
  organizationId,
  scope: BELOW[organizationId] ?? [],
});
const made = { id: '1', reason: 'vì sao', on: plainDate('2023-06-20'), by: 'commune' };
const DUE = { ...made, due: plainDate('2023-07-01') };
const HANDOVER = { ...made, to: 'other' };
const ruled = (who: Doer, more: Partial<Ruled> = {}): Ruled => ({
  open: true,
  holderId: 'board',
  isOwn: who.scope.includes('board'),
  responsibleOfficeId: 'commune',
  dueProposal: null,
  handoverProposal: null,
  hasMerged: false,
  ...more,
});
const may = (organizationId: string, role: Doer['role'], more: Partial<Ruled> = {}): BlockerPower[] => {
  const who = doer(organizationId, role);
  return powersOf(who, ruled(who, more));
};

describe('what somebody may do about a blocker', () => {
  it('is all of the owner’s, but nothing in the name of who must act', () => {
    expect(may('board', 'reporter')).toEqual(['record', 'change', 'close', 'merge', 'set-office']);
    expect(may('board', 'reporter', { open: false, hasMerged: true })).toEqual([
      'change',
      'reopen',
      'merge',
      'separate',
    ]);
  });

  it('is to work, to ask for another day and to offer it, of who must act: neither to close nor to change it', () => {
    expect(may('commune', 'reporter')).toEqual(['record', 'propose-due', 'propose-handover']);
    expect(may('commune', 'reporter', { dueProposal: DUE, handoverProposal: HANDOVER })).toEqual([
      'record',
      'withdraw-due',
      'withdraw-handover',
    ]);
    expect(may('commune', 'leader', { dueProposal: DUE })).toEqual([]);
    expect(may('commune', 'reporter', { open: false })).toEqual([]);
  });

  it('is to say yes or no, of who is asked to take over, and of nobody else', () => {
    const asked = { handoverProposal: HANDOVER };
    for (const role of ['reporter', 'leader', 'finance-officer', 'finance-head'] as const)
      expect(may('other', role, asked)).toEqual(['decide-handover']);
    expect(may('other', 'administrator', asked)).toEqual([]);
    expect(may('district', 'leader', asked)).not.toContain('decide-handover');
  });

  it('is to grant another day, of who holds the project or sits above it', () => {
    const asked = { dueProposal: DUE };
    for (const [office, role] of [
      ['board', 'reporter'],
      ['district', 'finance-officer'],
      ['district', 'finance-head'],
      ['district', 'leader'],
    ] as const)
      expect(may(office, role, asked)).toContain('decide-due');
    expect(may('other', 'leader', asked)).toEqual([]);
    // Who holds the project and must act itself sets the day without asking.
    expect(may('board', 'reporter', { responsibleOfficeId: 'board' })).not.toContain('propose-due');
  });

  const offices = fc.constantFrom('district', 'board', 'commune', 'other');
  const blockers = fc.record({
    open: fc.boolean(),
    holderId: offices,
    responsibleOfficeId: fc.option(offices),
    hasMerged: fc.boolean(),
    participates: fc.boolean(),
    isAsked: fc.boolean(),
    to: offices,
  });

  it('never lets an office grant what it asked for, nor answer for another', () => {
    fc.assert(
      fc.property(offices, fc.constantFrom(...ROLES), blockers, (office, role, { isAsked, to, ...drawn }) => {
        const who = doer(office, role);
        const by = drawn.responsibleOfficeId ?? 'commune';
        const asked = isAsked && drawn.responsibleOfficeId !== null && drawn.open;
        const blocker = ruled(who, {
          ...drawn,
          isOwn: who.scope.includes(drawn.holderId) || drawn.participates,
          dueProposal: asked ? { ...DUE, by } : null,
          handoverProposal: asked ? { ...HANDOVER, by, to } : null,
        });
        const powers = powersOf(who, blocker);
        if (office === by) expect(powers).not.toContain('decide-due');
        if (office !== to) expect(powers).not.toContain('decide-handover');
        if (office !== blocker.responsibleOfficeId)
          for (const power of BLOCKER_POWERS.filter((one) => /^(?:propose|withdraw)-/.test(one)))
            expect(powers).not.toContain(power);
        if (!asked) expect(powers.filter((one) => /^(?:decide|withdraw)-/.test(one))).toEqual([]);
        if (!blocker.isOwn)
          for (const power of ['change', 'close', 'reopen', 'merge', 'separate'] as const)
            expect(powers).not.toContain(power);
        if (role === 'administrator') expect(powers).toEqual([]);
        if (!blocker.open)
          expect(powers.filter((one) => !['change', 'reopen', 'merge', 'separate'].includes(one))).toEqual(
            [],
          );
      }),
    );
  });
});
