import type { Measure } from '@thongvon/api-contract';
import { brokenOrders } from './contradictions';

const broken = (values: Partial<Record<Measure, string>>): string[] =>
  brokenOrders(new Map(Object.entries(values) as [Measure, string][])).map(
    ({ more, less, strict }) => `${less.join(' + ')} > ${more}${strict ? '' : ' (only a warning)'}`,
  );

describe('what can not be more than what', () => {
  it('is kept by a table that goes from survey to handover', () => {
    expect(
      broken({
        households: '52',
        inventoried: '31',
        approved: '12',
        paid: '9',
        handedOver: '6',
        area: '143000.5',
        areaHandedOver: '143000.5',
      }),
    ).toEqual([]);
  });

  it.each<[Partial<Record<Measure, string>>, string[]]>([
    [{ households: '52', inventoried: '53' }, ['inventoried > households']],
    [{ approved: '12', paid: '13' }, ['paid > approved']],
    [{ paid: '9', handedOver: '10' }, ['handedOver > paid (only a warning)']],
    [
      { households: '9', paid: '9', handedOver: '10' },
      ['handedOver > paid (only a warning)', 'handedOver > households'],
    ],
    [{ planDrafted: '20', planPosted: '21' }, ['planPosted > planDrafted']],
    [{ households: '52', notified: '40', inventoried: '41' }, ['inventoried > notified (only a warning)']],
    [
      {
        resettlementHouseholds: '9',
        resettlementEligible: '8',
        resettlementApproved: '8',
        resettlementAllotted: '9',
      },
      ['resettlementAllotted > resettlementApproved'],
    ],
    [
      { compensationExpected: '99', compensation: '100' },
      ['compensation > compensationExpected (only a warning)'],
    ],
    [{ compensation: '100', compensated: '101' }, ['compensated > compensation']],
    [{ length: '1800', lengthHandedOver: '1800.5' }, ['lengthHandedOver > length']],
    [{ households: '52', agreeing: '40', disagreeing: '13' }, ['agreeing + disagreeing > households']],
    [{ households: '52', agreeing: '60', disagreeing: '13' }, ['agreeing > households']],
    [{ households: '52', agreeing: '40', disagreeing: '12' }, []],
    [{ graves: '327', gravesMoved: '400' }, ['gravesMoved > graves']],
  ])('is broken by %j', (values, expected) => {
    expect(broken(values)).toEqual(expected);
  });

  it('compares numbers, not their texts, and exactly', () => {
    expect(broken({ households: '100', inventoried: '99' })).toEqual([]);
    expect(broken({ compensation: '9007199254740993', compensated: '9007199254740992' })).toEqual([]);
    expect(broken({ compensation: '9007199254740992', compensated: '9007199254740993' })).toHaveLength(1);
  });
});
