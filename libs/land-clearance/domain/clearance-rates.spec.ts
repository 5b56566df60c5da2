import { clearanceRates, householdShares, sumOf } from './measures';

describe('the rates of land clearance', () => {
  it('are summed first and divided once: 255 of 609 households', () => {
    const projects = [
      { households: '214', handedOver: '118' },
      { households: '395', handedOver: '137' },
    ];
    expect(clearanceRates(projects).byHousehold).toEqual({
      value: '41.87',
      denominator: 'households',
      part: '255',
      whole: '609',
      projects: 2,
      reason: null,
    });
  });

  it('keep households, area and length apart', () => {
    const rates = clearanceRates([
      {
        households: '52',
        handedOver: '6',
        area: '143000',
        areaHandedOver: '16200',
        length: '1800',
        lengthHandedOver: '400',
      },
    ]);
    expect([rates.byHousehold.value, rates.byArea.value, rates.byLength.value]).toEqual([
      '11.54',
      '11.33',
      '22.22',
    ]);
  });

  it('leave out a project that reports only one of the two: it would count as nothing handed over', () => {
    const projects = [{ area: '100.5', areaHandedOver: '50.25' }, { area: '900' }];
    expect(clearanceRates(projects).byArea).toMatchObject({ value: '50.00', projects: 1 });
    expect(sumOf(projects, 'area')).toBe('1000.5');
  });

  it('are not known when nobody reports, and not applicable when there is nothing to hand over', () => {
    expect(clearanceRates([{ area: '900' }]).byArea).toMatchObject({ value: null, reason: 'not-reported' });
    expect(clearanceRates([{ households: '0', handedOver: '0' }]).byHousehold).toMatchObject({
      value: null,
      reason: 'not-applicable',
    });
    expect(sumOf([], 'households')).toBeNull();
  });

  it('say how far the households have come, step by step of all of them', () => {
    expect(householdShares({ households: '609', handedOver: '255', paid: '300', area: '5' })).toEqual([
      { measure: 'households', rate: '100.00' },
      { measure: 'paid', rate: '49.26' },
      { measure: 'handedOver', rate: '41.87' },
    ]);
    expect(householdShares({ paid: '3' })).toEqual([{ measure: 'paid', rate: null }]);
    expect(householdShares({ households: '0', paid: '0' })[1]).toEqual({ measure: 'paid', rate: null });
  });
});
