/** A calendar that counts years from an event: Gregorian year = era year + `offset`. */
export interface Era {
  /** Name in messages. */
  readonly name: string;
  readonly offset: number;
  /** As texts write it; longer ones first where one begins another. */
  readonly words: readonly string[];
}

/** Years from which each era counts: the year before its first. */
export const ERAS: readonly Era[] = [
  { name: 'Juche', offset: 1911, words: ['juche', '주체', '主体', '主體', 'チュチェ', 'чучхе'] },
  { name: '民國', offset: 1911, words: ['中華民國', '中华民国', '中華民国', '民國', '民国'] },
  { name: '令和', offset: 2018, words: ['令和', 'reiwa'] },
  { name: '平成', offset: 1988, words: ['平成', 'heisei'] },
  { name: '昭和', offset: 1925, words: ['昭和', 'showa'] },
  { name: '大正', offset: 1911, words: ['大正', 'taisho'] },
  { name: '明治', offset: 1867, words: ['明治', 'meiji'] },
];
