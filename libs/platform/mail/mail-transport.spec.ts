import { outcomeOfFailure } from './mail-transport';

const reply = (responseCode: number, command: string) =>
  Object.assign(new Error('…'), { responseCode, command, response: `${responseCode} so it is` });

describe('what a mail server answers', () => {
  it.each([
    [550, 'RCPT TO', false],
    [553, 'MAIL FROM', false],
    [554, 'DATA', true],
  ])('with %d to %s refuses the letter for good', (code, command, asked) => {
    expect(outcomeOfFailure(reply(code, command), asked)).toEqual({
      outcome: 'refused',
      answer: `${code} so it is`,
    });
  });

  it.each([
    [450, 'RCPT TO', false],
    [421, 'CONN', false],
    [452, 'DATA', true],
  ])('with %d to %s means later', (code, command, asked) => {
    expect(outcomeOfFailure(reply(code, command), asked).outcome).toBe('deferred');
  });

  it.each([
    [535, 'AUTH PLAIN'],
    [554, 'CONN'],
    [500, 'EHLO'],
    [530, 'STARTTLS'],
  ])('with %d to %s is no judgement of the letter: it waits until that is mended', (code, command) => {
    expect(outcomeOfFailure(reply(code, command), false).outcome).toBe('deferred');
  });

  it('leaves unknown whether it took the message, if it says nothing once it has asked for it', () => {
    const lost = Object.assign(new Error('Connection closed unexpectedly'), { command: 'CONN' });
    expect(outcomeOfFailure(lost, true)).toEqual({ outcome: 'unknown', answer: lost.message });
    expect(outcomeOfFailure(lost, false).outcome).toBe('deferred');
  });
});
