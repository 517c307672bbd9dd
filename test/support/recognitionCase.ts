import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A dump with what a person says of it. See test/fixtures/recognition/README.md. */
export interface RecognitionCase {
  readonly text: string;
  /** One role for each line, `''` for blank ones; null for texts that are no dumps. */
  readonly roles: readonly string[] | null;
  readonly facts: CaseFacts;
}

/** A key that is not there is not part of the case. */
export interface CaseFacts {
  readonly isDump?: boolean;
  readonly profile?: string | null;
  readonly articles: readonly Readonly<Record<string, unknown>>[];
}

export function readCase(folder: string, name: string): RecognitionCase {
  const path = (ending: string) => join(folder, `${name}.${ending}`);
  return {
    text: readFileSync(path('txt'), 'utf8'),
    roles: existsSync(path('roles')) ? readFileSync(path('roles'), 'utf8').split('\n') : null,
    facts: parseFacts(JSON.parse(readFileSync(path('json'), 'utf8'))),
  };
}

function parseFacts(value: unknown): CaseFacts {
  if (!isObject(value)) throw new Error('Facts are an object.');
  const { isDump, profile, articles } = value;
  return {
    ...(typeof isDump === 'boolean' ? { isDump } : {}),
    articles: Array.isArray(articles) ? articles.filter(isObject) : [],
    ...(typeof profile === 'string' || profile === null ? { profile } : {}),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
