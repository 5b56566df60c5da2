import { DECISION_LADDER, RULES, ruleOf } from './rules';

describe('what a rule says of itself', () => {
  it('puts the decisions that rules ask for on a ladder, each on a place of its own', () => {
    expect(DECISION_LADDER).toEqual([
      ['blocker-overdue'],
      ['blocker-due-this-week'],
      ['over-plan', 'cumulative-fell'],
      ['nothing-after-first-quarter', 'cannot-be-spent', 'no-movement', 'carry-over-lapsing'],
      [
        'blocker-without-action',
        'advance-past-clock',
        'contract-advance-past-clock',
        'handed-over-without-volume',
      ],
    ]);
    const places = RULES.flatMap(({ asks }) => (asks ? [`${asks.rung} ${asks.place}`] : []));
    expect(new Set(places).size).toBe(places.length);
  });

  it('has words for the decision, except where a blocker’s cause has them', () => {
    const without = RULES.filter(({ asks }) => asks !== null && asks.words === null);
    expect(without.map(({ asks }) => asks?.page)).toEqual(without.map(() => 'blocker'));
  });

  it('warns of a rule that states a fact itself', () => {
    const facts = RULES.flatMap(({ warnsOf }) => (warnsOf === null ? [] : [ruleOf(warnsOf)]));
    expect(facts.filter(({ warnsOf }) => warnsOf !== null)).toEqual([]);
  });
});
