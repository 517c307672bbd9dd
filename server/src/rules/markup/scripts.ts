import * as l10n from '@vscode/l10n';
import type { Remnant } from './remnant';

/** How lines of programs begin that pages have inside. */
const BEGIN =
  /^\s*(?:[!;(]*function(?:\s+\w+)?\s*\(|googletag\b|window\.|document\.|(?:var|let|const)\s+\w+\s*=|\(adsbygoogle|jQuery\(|\$\(|if\s*\(\s*typeof\b|dataLayer\b|gtag\(|fbq\(|_taboola|__tcfapi|\{\s*"@context"|@media\s|[.#][a-z][\w-]*(?:\s*,\s*[.#][a-z][\w-]*)*\s*\{)/;
const END = /[;{}\])]\s*$/;
/** Names that articles about programs do not quote: of advertisements, of measuring, of data for search engines. */
const SURELY =
  /googletag|adsbygoogle|dataLayer|\bgtag\(|\bfbq\(|_taboola|__tcfapi|"@context"|document\.(?:write|createElement)\(/;

/** A line that is part of a program. */
export function scriptIn(line: string): readonly Remnant[] {
  if (!BEGIN.test(line) || !END.test(line)) return [];
  return [
    { start: 0, end: line.length, name: l10n.t('line of a program'), newText: '', isSure: SURELY.test(line) },
  ];
}
