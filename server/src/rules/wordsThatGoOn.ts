/**
 * Function words by language after which a sentence goes on, whatever follows: articles and what stands before a noun.
 * No paragraph and no heading ends in them.
 */
const NEVER_LAST: Readonly<Record<string, string>> = {
  en: 'the a an of their our whose and',
  de: 'der das den dem des eine einen einem einer eines und oder zum zur im vom beim',
  fr: 'le la les un une des du de et au aux ce cette ces leur leurs dans',
  es: 'el la los las un una unos unas de del y al su sus en con',
  pt: 'o a os as um uma de do da dos das e ao à em no na com',
  it: 'il lo la gli un una di del della dei delle e al alla nel nella con',
  nl: 'de het een van en',
  sv: 'en ett och',
  pl: 'w z na do i oraz dla od',
  cs: 'v z na do a pro od',
  ru: 'в на с и из от для к по о',
  uk: 'в у на з і та від для до',
  id: 'yang dan di dari pada untuk',
  tr: 've',
  vi: 'và của những các',
};

/** Words that go on as a rule, but may close a heading, a question or a clause: `what it comes with`. */
const SELDOM_LAST: Readonly<Record<string, string>> = {
  en: 'to in for with by from at on as that which who or but is are was were has have had will would its his her my your this these than into because when where while if not be been',
  de: 'die ein von mit für bei aus nach auf an in zu dass als wie aber sich nicht ist sind war hat haben wird werden sein seine ihre',
  fr: 'en par pour sur avec que qui ou où son sa ses est sont a ont plus se ne pas',
  es: 'que por para se lo como más es son ha fue o',
  pt: 'que por para se como mais é são foi ou',
  it: 'che per da si come più è sono ha o',
  nl: 'in op te met voor die dat aan om is zijn als bij',
  sv: 'av i att på för med som det är den till har de',
  pl: 'że się o za przez który która jest są lub',
  cs: 'že se o s za který je jsou nebo',
  ru: 'что как за при не или который которые',
  uk: 'що як за при не або який які',
  id: 'dengan dalam ini itu oleh akan tidak',
  tr: 'ile bir bu için',
  vi: 'trong với là được cho một',
};

const never = sets(NEVER_LAST);
const seldom = sets(SELDOM_LAST);

/** Whether a sentence goes on after a word: never ends there, seldom does, or may. Null where the language is not known. */
export function goesOnAfter(word: string, language: string | null): 'surely' | 'likely' | null {
  if (language === null) return null;
  if (never.get(language)?.has(word)) return 'surely';
  return seldom.get(language)?.has(word) ? 'likely' : null;
}

/** The last word of a line that ends in a letter; `''` where it ends in a mark or a digit. */
export function lastWord(text: string): string {
  const tail = text.trimEnd().slice(-24);
  return /(?<![\p{L}\p{M}\p{N}.'’@/_-])[\p{L}\p{M}]+$/u.exec(tail)?.[0] ?? '';
}

function sets(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));
}
