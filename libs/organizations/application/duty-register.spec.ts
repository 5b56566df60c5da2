import { DutyRegister } from './duty-register';

describe('the register of who keeps duties', () => {
  it('fails where nobody does, so that no organisation reports and owes nothing', () => {
    expect(() => new DutyRegister().keeper).toThrow('ReportingDutiesModule');
  });

  it('gives whoever registered', () => {
    const register = new DutyRegister();
    const keeper = { begin: () => Promise.resolve(), change: () => Promise.resolve() };
    register.register(keeper);
    expect(register.keeper).toBe(keeper);
  });
});
