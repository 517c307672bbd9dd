import * as l10n from '@vscode/l10n';
import type { Dump } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import type { DamagedLine, MojibakeKind, Repair } from '../core/text/mojibake';
import { exampleDump } from './exampleDump';
import { mojibakeOf } from './mojibakeOf';
import { type Cause, type Damage, findingsOfCause } from './oneCause';
import type { DumpRule, Finding, TextEdit } from './rule';

export const mojibake: DumpRule = {
  code: 'mojibake',
  title: 'Text read in a wrong encoding',
  rationale:
    'A page in UTF-8 that was read as windows-1252 has `cafÃ©` for `café` and `donâ€™t` for `don’t`; a Korean page in EUC-KR that was read as Latin-1 has `±âÀÚ` for `기자`. ' +
    'Searches, dates and word counts are wrong in such text. What stood there comes back exactly, as long as no byte was lost: the characters are read again in the encoding that they were written in. ' +
    'Where bytes were lost, Copydesk says so and only suggests.',
  severity: 'warning',
  examples: {
    wrong: [
      {
        text: 'The cafÃ© in the harbour wonâ€™t open before 8 oâ€™clock, said JosÃ© PÃ©rez.',
        fixed: 'The café in the harbour won’t open before 8 o’clock, said José Pérez.',
      },
      { text: 'РќРѕРІР°СЏ Р±РёР±Р»РёРѕС‚РµРєР° РѕС‚РєСЂС‹Р»Р°СЃСЊ.', fixed: 'Новая библиотека открылась.' },
      {
        text: exampleDump({
          body: '½Ã¹Î µµ¼\xad°üÀÌ Åä¿äÀÏ¿¡ ´Ù½Ã ¹®À» ¿\xad¾ú´Ù. ¸¹Àº ½Ã¹ÎÀÌ ÇÐ±³ ÇÕÃ¢´ÜÀÇ ³ë·¡¸¦ µéÀ¸·¯ ¿Ô´Ù.',
        }),
        fixed: exampleDump({
          body: '시민 도서관이 토요일에 다시 문을 열었다. 많은 시민이 학교 합창단의 노래를 들으러 왔다.',
        }),
      },
    ],
    right: [
      { text: '« Le bébé est tombé…” » : l’été, à 20×10 °C, É», À”, CONTRÔLÉ\u00a0: 5 €.' },
      { text: '„MENÜ“ und „CAFÉ“ – für 20 € … São Paulo, Âncora, NIÑO™' },
      { text: 'Сім’я приїхала, РЄС і СЁ; Ђорђе Ћирић, Їжак.' },
      { text: '图书馆于星期六开放，许多人前来参观，联通公司也派人参加。' },
    ],
  },
  *checkDump(dump) {
    yield* wrongCodePages(dump);
    for (const [kind, damages] of byKind(dump)) yield* findingsOfCause(cause(kind), damages);
  },
};

/** A file in a wrong encoding is one finding for each encoding that it should have been read in. */
function wrongCodePages(dump: Dump): readonly Finding[] {
  const byName = new Map<string, { edits: TextEdit[]; lost: number }>();
  for (const { page, startLine } of dump.pages) {
    const found = mojibakeOf(page).codePage;
    if (found === null) continue;
    const all = byName.get(found.name) ?? { edits: [], lost: 0 };
    byName.set(found.name, all);
    all.lost += found.lost.length;
    for (const { line, start, end, text } of found.lines) {
      all.edits.push({ range: rangeInLine(startLine + line, start, end), newText: text });
    }
  }
  return [...byName].flatMap(([name, { edits, lost }]) => {
    const first = edits[0];
    if (!first) return [];
    const message = l10n.t('Text in {0} that was read as windows-1252, in {1}', name, linesOf(edits.length));
    return {
      code: mojibake.code,
      range: first.range,
      message:
        lost === 0 ? message : l10n.t('{0}; {1} lost bytes and cannot be read again', message, linesOf(lost)),
      fixes: [{ title: l10n.t('Read as {0}: “{1}”', name, sampleOf(first.newText)), edits, preferred: true }],
    };
  });
}

function byKind(dump: Dump): ReadonlyMap<MojibakeKind, readonly Damage[]> {
  const kinds = new Map<MojibakeKind, Damage[]>();
  for (const { page, startLine } of dump.pages) {
    for (const damaged of mojibakeOf(page).lines) {
      const damages = kinds.get(damaged.kind) ?? [];
      kinds.set(damaged.kind, damages);
      damages.push(damageOf(damaged, startLine, page.lines[damaged.line] ?? ''));
    }
  }
  return kinds;
}

function damageOf({ kind, line, repairs, place }: DamagedLine, startLine: number, text: string): Damage {
  const range = rangeInLine(startLine + line, place.start, place.end);
  const edits = repairs.map((repair) => ({
    range: rangeInLine(startLine + line, repair.start, repair.end),
    newText: repair.text,
  }));
  return { range, message: messageOf(kind, text, repairs), edits };
}

function messageOf(kind: MojibakeKind, text: string, repairs: readonly Repair[]): string {
  const [first] = repairs;
  if (!first) return nameOf(kind);
  // The whole word tells more than the character in it.
  const start = text.lastIndexOf(' ', first.start) + 1;
  const space = text.indexOf(' ', first.end);
  const end = space < 0 ? text.length : space;
  const from = Math.max(start, first.start - 20);
  const to = Math.min(end, first.end + 20);
  const inWord = repairs.filter((repair) => repair.start >= from && repair.end <= to);
  let right = '';
  let at = from;
  for (const repair of inWord) {
    right += text.slice(at, repair.start) + repair.text;
    at = repair.end;
  }
  const wrong = sampleOf(text.slice(from, to));
  return l10n.t('{0}: “{1}” for “{2}”', nameOf(kind), wrong, sampleOf(right + text.slice(at, to)));
}

function nameOf(kind: MojibakeKind): string {
  switch (kind) {
    case 'controls':
      return l10n.t('windows-1252 that was read as Latin-1');
    case 'lost marks':
    case 'lost bytes':
      return l10n.t('UTF-8 of which bytes were lost');
    case 'lost':
      return l10n.t('Characters that were lost when the page was read');
    default:
      return l10n.t('UTF-8 that was read as {0}', ENCODINGS[kind]);
  }
}

const ENCODINGS = {
  'windows-1252': 'windows-1252',
  'windows-1251': 'windows-1251',
  macintosh: 'Mac Roman',
  gbk: 'GBK',
  shift_jis: 'Shift-JIS',
  'euc-kr': 'EUC-KR',
} as const;

/** Whether the fix of such damage is the one right fix: where bytes were lost it is a guess. */
function isSure(kind: MojibakeKind): boolean {
  return kind === 'controls' || kind in ENCODINGS;
}

function cause(kind: MojibakeKind): Cause {
  return {
    code: 'mojibake',
    summary: (count) => l10n.t('{0}, in {1}', nameOf(kind), linesOf(count)),
    fixTitle: (count) => {
      const title = fixTitle(kind);
      return count > 1 ? l10n.t('{0} ({1})', title, linesOf(count)) : title;
    },
    preferred: isSure(kind),
  };
}

function fixTitle(kind: MojibakeKind): string {
  switch (kind) {
    case 'controls':
      return l10n.t('Read as windows-1252');
    case 'lost marks':
      return l10n.t('Put the likely mark, as bytes were lost');
    case 'lost bytes':
      return l10n.t('Read as UTF-8 what is left, as bytes at the end were lost');
    default:
      return l10n.t('Read as UTF-8');
  }
}

function linesOf(count: number): string {
  return count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count);
}

/** The beginning of a text, short enough for a message. */
function sampleOf(text: string): string {
  const characters = [...text.slice(0, 80)];
  return characters.length <= 40 ? characters.join('') : `${characters.slice(0, 40).join('')}…`;
}
