import { EnvironmentError, parseEnvironment } from './environment';

describe('the environment', () => {
  it('has a default for everything that a first start needs', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './.data',
      DEMO_DATA: 'demo',
    });
  });

  it('treats an empty variable as missing, as docker compose writes it', () => {
    expect(parseEnvironment({ PORT: '', REDIS_URL: '' }).PORT).toBe(3000);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '-1'],
    ['PUBLIC_URL', 'not a url'],
    ['DATABASE_URL', 'mysql://x'],
    ['REDIS_URL', 'http://x'],
    ['SMTP_URL', 'x'],
    ['MAIL_FROM', 'nobody'],
    ['NOW', '2023-06-23T08:00'],
    ['NOW', 'yesterday'],
    ['DEMO_DATA', 'some'],
    ['DEMO_PASSWORD', 'short'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(EnvironmentError);
    expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(name));
  });
});
