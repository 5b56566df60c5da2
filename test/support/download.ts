import type request from 'supertest';

type Agent = ReturnType<typeof request.agent>;

/** Asks for a file; the reply's body is a Buffer of its bytes. */
export function download(agent: Agent, address: string): request.Test {
  return agent.get(address).buffer(true).responseType('blob');
}
