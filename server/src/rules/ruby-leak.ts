import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { andMore } from './andMore';
import { type ContentLine, contentLines } from './contentLines';
import { grouped } from './grouped';
import type { Finding, Rule } from './rule';

export const rubyLeak: Rule = {
  code: 'ruby-leak',
  title: 'Reading aid that ran into the text',
  rationale:
    'Pages for learners and children set readings above the characters (ruby). Flattened to text they stand behind each word: `市長(zhǎng)`, `今日きょうは天気てんきが`. Words are then not found, and the text is longer than it was. ' +
    'A syllable of pinyin or bopomofo in brackets behind a Chinese character is surely such an aid where there are several on the page. Readings in kana cannot be told from the words around them with certainty: to delete them is a suggestion. ' +
    'A reading that is given once for a rare name is the author’s.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: [
          '市长(zhǎng)参加新图书馆开馆仪式',
          '',
          '市长(zhǎng)星期六参加了新图书馆的开馆仪式，学校的乐(yuè)队演奏了音乐，许多市民前来参观。',
          '',
          '图书馆里还(hái)有海图展览，展览一直开到夏天，市民可以免费参观，也可以借阅图书。',
        ].join('\n'),
        fixed: [
          '市长参加新图书馆开馆仪式',
          '',
          '市长星期六参加了新图书馆的开馆仪式，学校的乐队演奏了音乐，许多市民前来参观。',
          '',
          '图书馆里还有海图展览，展览一直开到夏天，市民可以免费参观，也可以借阅图书。',
        ].join('\n'),
      },
      {
        text: [
          '新あたらしい図書館としょかんが開館',
          '',
          '今日きょう、東京とうきょうで新しい図書館としょかんが開きました。学校がっこうの子どもたちが音楽おんがくを演奏えんそうしました。',
          '',
          '天気てんきがよかったので、たくさんの人が来ました。図書館は来年の夏まで毎日開いています。',
        ].join('\n'),
      },
    ],
    right: [
      {
        text: [
          '新しい図書館が開館',
          '',
          '今日、東京で新しい図書館が開きました。館長の東海林（しょうじ）さんがあいさつしました。',
          '',
          '天気がよかったので、たくさんの人が来ました。図書館は来年の夏まで毎日開いています。',
        ].join('\n'),
      },
      {
        text: [
          '新图书馆星期六开放',
          '',
          '新图书馆星期六开放，馆名中的“长”读作长(zhǎng)，市长说，学校的乐队演奏了音乐，许多市民前来参观。',
          '',
          '图书馆里还有海图展览（照片），展览一直开到夏天，市民可以免费参观，世界卫生组织(WHO)也派人参加。',
        ].join('\n'),
      },
    ],
  },
  check: (page) => grouped(check(page)),
};

/** Aids from which on they are the page's, not an author's who gives a reading once. */
const SEVERAL = 3;

/** Syllables of pinyin with their tones, or of bopomofo, in brackets behind Chinese characters. */
const CHINESE =
  /(?<=\p{Script=Han})[(（](?:(?:[a-zü’' ]{0,7}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]){1,6}[a-z]{0,4}|[ㄅ-ㄩ]{1,3}[ˊˇˋ˙]?)[)）]/gu;

/** A reading in brackets behind kanji. */
const IN_BRACKETS = /(?<=[\p{Script=Han}々])[(（][\u3041-\u3096ー]{1,12}[)）]/gu;
const KANJI = /[\p{Script=Han}々]+/gu;
/** Share of the words in kanji from which on readings in brackets are not an author's. */
const MANY = 0.4;

/** Frequent words with their readings: together they stand in no text. */
const READINGS =
  '今日きょう 明日あした 昨日きのう 日本にほん 東京とうきょう 大阪おおさか 京都きょうと 世界せかい 中国ちゅうごく 韓国かんこく 朝鮮ちょうせん 政府せいふ 会社かいしゃ 学校がっこう 大学だいがく 先生せんせい 学生がくせい 女性じょせい 男性だんせい 時間じかん 問題もんだい 場所ばしょ 電車でんしゃ 天気てんき 地震じしん 台風たいふう 気温きおん 警察けいさつ 病院びょういん 選手せんしゅ 試合しあい 大会たいかい 首相しゅしょう 大統領だいとうりょう 選挙せんきょ 経済けいざい 生活せいかつ 仕事しごと 野菜やさい 料理りょうり 写真しゃしん 映画えいが 音楽おんがく 部屋へや 人々ひとびと 図書館としょかん 新聞しんぶん 記者きしゃ 電話でんわ 外国がいこく 社会しゃかい 家族かぞく 友達ともだち 自分じぶん 自然しぜん 動物どうぶつ 歴史れきし 文化ぶんか 科学かがく 技術ぎじゅつ 情報じょうほう 環境かんきょう 事件じけん 事故じこ 火事かじ 戦争せんそう 平和へいわ 平壌ピョンヤン 演奏えんそう 開館かいかん 午前ごぜん 午後ごご 今年ことし 去年きょねん 来年らいねん 毎日まいにち 最近さいきん 全国ぜんこく 地域ちいき 住民じゅうみん 被害ひがい 原因げんいん 調査ちょうさ 研究けんきゅう 発表はっぴょう 会議かいぎ 計画けいかく 建物たてもの 空港くうこう 飛行機ひこうき 自動車じどうしゃ 道路どうろ 工場こうじょう 商品しょうひん 値段ねだん 空気くうき 温度おんど 健康けんこう 病気びょうき 医者いしゃ 新あたら'.split(
    ' ',
  );

const KANA = new RegExp(READINGS.join('|'), 'g');

interface Aid {
  readonly start: number;
  readonly text: string;
}

function* check(page: Page): Generator<Finding> {
  const lines = [...contentLines(page)].filter(({ text }) => /\p{Script=Han}/u.test(text));
  if (lines.length === 0) return;
  yield* reportAll(lines, CHINESE, SEVERAL, true);
  if (page.language !== 'ja') return;
  const words = lines.reduce((sum, { text }) => sum + (text.match(KANJI)?.length ?? 0), 0);
  yield* reportAll(lines, IN_BRACKETS, Math.max(SEVERAL, MANY * words), false);
  yield* reportAll(lines, KANA, SEVERAL, false);
}

/** Findings of a form of aids, a line each, where the page has as many as tell that they are its own. */
function reportAll(
  lines: readonly ContentLine[],
  form: RegExp,
  fewest: number,
  isSure: boolean,
): readonly Finding[] {
  const found = lines.map(({ line, text }) => ({
    line,
    aids: [...text.matchAll(form)].map(({ 0: match, index }): Aid => {
      // The word that a known reading belongs to stands before it.
      const word = form === KANA ? (/^[\p{Script=Han}々]+/u.exec(match)?.[0].length ?? 0) : 0;
      return { start: index + word, text: match.slice(word) };
    }),
  }));
  if (found.reduce((sum, { aids }) => sum + aids.length, 0) < fewest) return [];
  return found.flatMap(({ line, aids }) => (aids.length > 0 ? report(line, aids, isSure) : []));
}

function report(line: number, aids: readonly Aid[], isSure: boolean): Finding {
  const [first] = aids;
  const last = aids.at(-1);
  const what = andMore(`“${first?.text}”`, aids.length - 1);
  return {
    code: rubyLeak.code,
    range: rangeInLine(line, first?.start ?? 0, last ? last.start + last.text.length : 0),
    message: l10n.t('Reading aid that ran into the text: {0}', what),
    fixes: [
      {
        title: isSure ? l10n.t('Delete {0}', what) : l10n.t('Delete {0}, if they are readings', what),
        edits: aids.map(({ start, text }) => ({
          range: rangeInLine(line, start, start + text.length),
          newText: '',
        })),
        preferred: isSure,
      },
    ],
  };
}
