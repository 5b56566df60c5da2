/** A parsed OpenAPI document, or any part of one. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Objects = Readonly<Record<string, Json>>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const SCHEMAS = '#/components/schemas/';

/**
 * What of `after` would break a program written for `before` (contract: additive changes only): a path, method,
 * response, parameter, field or enum value that is gone, another type, or a parameter or request field newly required.
 * One sentence each, naming the place.
 */
export function breakingChanges(before: unknown, after: unknown): string[] {
  return new Comparison(object(before as Json), object(after as Json)).run();
}

class Comparison {
  private readonly found: string[] = [];
  private readonly compared = new Set<string>();

  constructor(
    private readonly before: Objects,
    private readonly after: Objects,
  ) {}

  run(): string[] {
    const paths = object(this.after['paths']);
    for (const [path, item] of Object.entries(object(this.before['paths']))) {
      for (const method of METHODS.filter((name) => name in object(item))) {
        const place = `${method.toUpperCase()} ${path}`;
        const was = object(object(item)[method]);
        const is = object(paths[path])[method];
        if (is === undefined) this.found.push(`${place} is gone`);
        else this.operation(place, was, object(is));
      }
    }
    return this.found;
  }

  private operation(place: string, was: Objects, is: Objects): void {
    this.parameters(place, list(was['parameters']), list(is['parameters']));
    this.body(`${place} request`, object(was['requestBody']), object(is['requestBody']), 'request');
    for (const [status, reply] of Object.entries(object(was['responses']))) {
      const now = object(is['responses'])[status];
      if (now === undefined) this.found.push(`${place} response ${status} is gone`);
      else this.body(`${place} response ${status}`, object(reply), object(now), 'response');
    }
  }

  private parameters(place: string, was: Json[], is: Json[]): void {
    const key = (parameter: Json) => `${text(object(parameter)['in'])} ${text(object(parameter)['name'])}`;
    const before = new Map(was.map((parameter) => [key(parameter), object(parameter)]));
    const after = new Map(is.map((parameter) => [key(parameter), object(parameter)]));
    for (const [name, parameter] of before) {
      const now = after.get(name);
      if (now === undefined) this.found.push(`${place} parameter ${name} is gone`);
      else this.schema(`${place} parameter ${name}`, parameter['schema'], now['schema'], 'request');
    }
    for (const [name, parameter] of after) {
      if (parameter['required'] === true && before.get(name)?.['required'] !== true)
        this.found.push(`${place} parameter ${name} is newly required`);
    }
  }

  private body(place: string, was: Objects, is: Objects, side: 'request' | 'response'): void {
    for (const [type, media] of Object.entries(object(was['content']))) {
      const now = object(is['content'])[type];
      if (now === undefined) this.found.push(`${place} ${type} is gone`);
      else this.schema(place, object(media)['schema'], object(now)['schema'], side);
    }
    if (side === 'request' && is['required'] === true && was['required'] !== true)
      this.found.push(`${place} body is newly required`);
  }

  private schema(
    place: string,
    was: Json | undefined,
    is: Json | undefined,
    side: 'request' | 'response',
  ): void {
    if (was === undefined || this.seen(was, is, side)) return;
    const before = resolve(this.before, was);
    const after = resolve(this.after, is);
    if (before['type'] !== undefined && before['type'] !== after['type'])
      this.found.push(`${place} was ${text(before['type'])}, is ${text(after['type'])}`);
    const values = list(after['enum']);
    for (const value of list(before['enum'])) {
      if (!values.includes(value)) this.found.push(`${place} value ${text(value)} is gone`);
    }
    this.schema(`${place}[]`, before['items'], after['items'], side);
    this.fields(place, before, after, side);
    for (const word of ['allOf', 'oneOf', 'anyOf']) {
      const now = list(after[word]);
      list(before[word]).forEach((part, index) => this.schema(place, part, now[index], side));
    }
  }

  private fields(place: string, before: Objects, after: Objects, side: 'request' | 'response'): void {
    const now = object(after['properties']);
    for (const [name, field] of Object.entries(object(before['properties']))) {
      if (name in now) this.schema(`${place}.${name}`, field, now[name], side);
      else this.found.push(`${place}.${name} is gone`);
    }
    if (side === 'response') return;
    for (const name of list(after['required'])) {
      if (!list(before['required']).includes(name))
        this.found.push(`${place}.${text(name)} is newly required`);
    }
  }

  /** Named schemas are compared once for each side, which also ends those that name themselves. */
  private seen(was: Json, is: Json | undefined, side: string): boolean {
    const name = object(was)['$ref'];
    if (name === undefined) return false;
    const key = `${side} ${text(name)} ${text(object(is)['$ref'])}`;
    if (this.compared.has(key)) return true;
    this.compared.add(key);
    return false;
  }
}

function resolve(document: Objects, schema: Json | undefined): Objects {
  const reference = object(schema)['$ref'];
  if (typeof reference !== 'string') return object(schema);
  return object(object(object(document['components'])['schemas'])[reference.slice(SCHEMAS.length)]);
}

function object(value: Json | undefined): Objects {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
