// What programs write where they have no date.

/** No placeholder is longer. */
const LONGEST = 200;

/** Letters that stand for day, month and year in the languages of forms: `dd/mm/yyyy`, `TT.MM.JJJJ`, `jj/mm/aaaa`. */
const LETTERS = '(?:dd?|tt?|jj?|gg?|дд?|mm?|aa?|мм?|yy(?:yy)?|jjjj|aaaa|rrrr|åååå|гггг|рррр)';
/** A time that stands for none either. */
const TIME = '(?:[ t,]{1,2}(?:00|--|hh|чч|ss):(?:00|--|mm|мм)(?::(?:00|--|ss))?z?)?';

const PLACEHOLDERS: readonly RegExp[] = [
  // Of programming languages: `Invalid Date`, `NaN/NaN/NaN`, `undefined NaN, NaN`.
  /^(?:invalid date(?:time)?|nat|none|n\/a|nil|null|undefined)$/i,
  /^(?:(?:invalid date|invalid|undefined|null|nan)[ ,/.:-]{0,2}){2,6}$/i,
  /^nan ?[年년] ?nan ?[月월] ?nan ?[日일]$/i,
  // Of data bases: `0000-00-00 00:00:00`.
  new RegExp(`^(?:0?0[/.-]0?0[/.-]0000|0000[/.-]00[/.-]00)${TIME}$`, 'i'),
  /^0{1,4} ?[年년] ?0{1,2} ?[月월] ?0{1,2} ?[日일]$/,
  // Of forms: `dd/mm/yyyy`, `--/--/----`, `____-__-__`.
  new RegExp(`^${LETTERS}[/.-]${LETTERS}[/.-]${LETTERS}${TIME}$`, 'i'),
  new RegExp(`^-{2,4}[/.]-{2,4}[/.]-{2,4}${TIME}$`),
  /^_{2,4}[/.-]_{2,4}[/.-]_{2,4}$/,
  /^(?:[-–—_○*]{1,4}|yyyy) ?[年년] ?(?:[-–—_○*]{1,2}|mm) ?[月월] ?(?:[-–—_○*]{1,2}|dd) ?[日일]$/i,
  // Of templates that were not filled in: `{{ article.date }}`, `%date%`, `%d/%m/%Y`.
  /^(?:\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|\$\{[^{}]{0,80}\}|<%[^<>]{0,80}%>)$/,
  /^%[a-z][ /.-]%[a-z][ /.-]%[a-z]$/i,
  /^(?:%{1,2}|#|__|\{|\[|:)[a-z_. -]{0,24}(?:date|datum|data|fecha|published|time)[a-z_. -]{0,24}(?:%{1,2}|#|__|\}|\]|:)$/i,
];

/** Placeholders that say nothing of dates by themselves. */
const VAGUE = /^(?:(?:null|undefined|none|n\/a|nil|nat|%[^ ]{0,60}%)$|[{$<[#:]|__)/i;

/** Whether a text stands for a date that is not there, in a field of dates. */
export function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && PLACEHOLDERS.some((each) => each.test(text));
}

/** Whether a text is what programs write where they have no date, wherever it stands: `Invalid Date`, `00/00/0000`. */
export function isDatePlaceholder(text: string): boolean {
  return isPlaceholder(text) && !VAGUE.test(text);
}
