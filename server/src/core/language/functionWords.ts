/** Frequent function words that few other languages share. */
const stopWords: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it on was with as by he his are this from at be has have were which they not an or',
  de: 'der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei sie nach wird',
  fr: 'le la les de des et à un une du en que qui dans est pour au sur par plus ne pas ce il sont avec se son cette ont aux',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este fue entre',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua',
  it: 'di e il la che in a per è un del con non si una i della le da al sono come più ha nel alla dei anche gli ma lo',
  nl: 'de het een van en in is dat op te zijn met voor die niet aan er om ook als bij door naar maar uit hij heeft wordt',
  sv: 'och i att en det som på är av för med den till har de inte om ett men var sig från vi så kan han när efter',
  pl: 'w i na z do się że nie to jest o jak po od za przez dla oraz są który ale ma tym tego przy jego był jako',
  cs: 'a v se na je že o s z do to i ve pro za by si jsou po ale jako od který k byl při také podle jeho',
  tr: 've bir bu için da de ile olarak çok daha olan gibi en sonra kadar ancak ise olduğu tarafından var ne her ya',
  vi: 'và của là có trong được cho các với những một không đã người này để khi đến về từ ra vào cũng như tại',
  id: 'yang dan di dengan untuk dari pada ini dalam itu tidak akan ke juga telah oleh adalah sebagai bahwa para',
  ru: 'и в не на что с по как это из за от его к для он но у было был она так же его до бы при о которые',
  uk: 'і в не на що з до як це за від його для та він але у було є про її які після під час також ще й',
};

const stopWordSets = new Map(
  Object.entries(stopWords).map(([tag, words]) => [tag, new Set(words.split(' '))]),
);

/** Whether a word in small letters is a frequent function word of a language; false where the language is not known. */
export function isFunctionWord(word: string, language: string | null): boolean {
  return language !== null && stopWordSets.get(language)?.has(word) === true;
}

const languagesByWord = new Map<string, string[]>();
for (const [tag, words] of stopWordSets) {
  for (const word of words) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), tag]);
}

/** How many of the words, in small letters, are frequent function words, by language. */
export function countFunctionWords(words: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const tag of languagesByWord.get(word) ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}
