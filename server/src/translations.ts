import * as l10n from '@vscode/l10n';
import type { Client } from './client';
import type { Runtime } from './runtime';

/** Texts for people, by the English ones. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Puts what is told to people into the language of the client's person: by the translations that the client hands over,
 * else by those that are there for its locale, else English. One process tells one language.
 */
export async function useTranslations({ options, locale }: Client, runtime: Runtime): Promise<void> {
  const translations = options.translations ?? (await shippedTranslations(locale, runtime));
  l10n.config({ contents: { ...translations } });
}

/** The translations for a locale: of `ko-KR` its own, else those of `ko` (RFC 4647, lookup). */
async function shippedTranslations(locale: string | null, runtime: Runtime): Promise<Translations> {
  // Some clients write tags as POSIX does: `ko_KR.UTF-8`.
  const tag = /^[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*/i
    .exec(locale ?? '')?.[0]
    .toLowerCase()
    .replaceAll('_', '-');
  const subtags = tag?.split('-') ?? [];
  for (let length = subtags.length; length > 0; length--) {
    const text = await runtime.readTranslations?.(subtags.slice(0, length).join('-'));
    if (typeof text === 'string') return translationsOf(JSON.parse(text));
  }
  return {};
}

/** Reads translations from a value of unknown origin; what is no text is left out. */
export function translationsOf(value: unknown): Translations {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([text, translation]) =>
      typeof translation === 'string' ? [[text, translation]] : [],
    ),
  );
}
