import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export type Variables = Readonly<Record<string, string>>;

export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Variables;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly restart?: string;
}

/** `${NAME}`, `${NAME:?message}` or `${NAME:-default}`. */
export const VARIABLE = /\$\{(\w+)(?::([?-])([^}]*))?\}/g;

export const composeText = read('docker-compose.yml');

export const services = (parse(composeText, { merge: true }) as { services: Record<string, Service> })
  .services;

/** The variables of .env.example with what it proposes. */
export const exampleVariables: Variables = Object.fromEntries(
  [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);

/** The environment that docker compose gives to a service; throws as it does when a variable that must be set is not. */
export function environmentOf(service: string, variables: Variables): Record<string, string> {
  const given = Object.entries(services[service]?.environment ?? {});
  return Object.fromEntries(given.map(([name, value]) => [name, interpolate(value, variables)]));
}

function interpolate(text: string, variables: Variables): string {
  return text.replaceAll(VARIABLE, (_, name: string, operator: string | undefined, rest = '') => {
    const value = variables[name] ?? '';
    if (value !== '') return value;
    if (operator === '?') throw new Error(`${name}: ${String(rest)}`);
    return String(rest);
  });
}
