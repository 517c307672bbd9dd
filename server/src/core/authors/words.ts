// Words around authors' names, of all languages together: bylines mix them.

/** Words that stand before an author's name with or without a colon. */
const BEFORE = [
  '(?:(?:written|reported|story|text|words|submitted|posted|published|created|compiled)\\s+)?by',
  'reporting\\s+by',
  'auth[oe]rs?',
  'von',
  'autorin\\/autor',
  'autor(?:in|innen|en|es|as|a|e|i|zy)?',
  'par',
  'por',
  'a\\s+cura\\s+di',
  'di',
  'oleh',
  'penulis',
  'автор(?:ка|и|ы)?',
  'muhabir',
  'yazar',
  'tác\\s+giả',
  'pv',
  'phóng\\s+viên',
  'av',
  'af',
  'door',
  '作者',
  '撰文',
  '文',
  '執筆者?',
  '执笔人?',
  '글쓴이',
  '기자명',
  '작성자',
  '글',
  'بقلم',
  'लेखक',
  'लेखिका',
];

/** Words that do so before a colon alone: elsewhere they say something else. */
const BEFORE_WITH_COLON = [
  'texte?',
  'texto?s?',
  'testo',
  'words',
  'story',
  'reporter',
  'journalist(?:in|e)?',
  'haber',
  'yazan',
  'tekst',
  'текст',
  'журналист(?:ка)?',
  'корреспондент',
  'الكاتبة?',
  'كتبت?',
  'रिपोर्टर',
  'संवाददाता',
  '取材・文',
];

/** Words before the name of somebody who saw the text through: an author only where no other is named. */
const EDITORS = [
  '(?:edited|reviewed|translated|fact[ -]checked|medically\\s+reviewed)\\s+by',
  'editing\\s+by',
  'редактор',
  '责任编辑',
  '責任編輯',
  '责编',
  '責編',
  '编辑',
  '編輯',
  'editor',
];

const COLON = '\\s{0,4}[:：=/／・]\\s{0,4}';
/** East Asian words for reporters, which may touch what stands before and after. */
const REPORTERS =
  '\\p{Script=Han}{0,4}(?:记者|記者|通讯员|通訊員|特派員)(?:\\s{0,4}[:：/／]\\s{0,4}|\\s{1,4})?';

/** All that stands before an author's name, tried where the pattern is set to. */
export const AUTHOR_WORDS = new RegExp(
  `(?:${BEFORE.join('|')})(?:${COLON}|\\s{1,4})|(?:${BEFORE_WITH_COLON.join('|')})${COLON}|${REPORTERS}`,
  'iuy',
);
export const EDITOR_WORDS = new RegExp(`(?:${EDITORS.join('|')})(?:${COLON}|\\s{1,4})`, 'iuy');

/** Words for reporters that follow a name, or touch it. */
export const REPORTER_AFTER =
  /(?:선임기자|인턴기자|객원기자|전문기자|기자|특파원|논설위원|통신원|記者|记者|编辑|編集委員|特派員|通讯员)$/u;
export const REPORTER_NEXT = /^\s?(?:선임기자|인턴기자|객원기자|전문기자|기자|특파원|논설위원|통신원)/u;

/** What follows a reporter's name without a space: 记者李水报道. */
export const EAST_ASIAN_AFTER = /(?:[发發]自|报道|報導|报导|[摄攝]影?|通讯员|通訊員|實習|实习|电|電)/u;
/** A reporter somewhere in a line: 整合 新华日报记者 徐睿翔; 马俊峰/文. */
export const REPORTER_INSIDE = /(?:记者|記者|特派員)\s?[:：/／]?\s?/u;

/** Degrees and titles behind a name. */
export const CREDENTIALS = /(?:, {0,2}(?:Ph\.? ?D\.?|[A-Z][A-Z.]{1,7}(?:-[A-Z]{1,4})?®?)){1,4}/y;

/** First characters of most Chinese, and of most Korean names. */
export const SURNAMES =
  /^(?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯]|欧阳|歐陽|上官|诸葛|司马)/u;
export const KOREAN_SURNAMES =
  /^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용봉사부]/u;

/** Small words inside the names of persons. */
export const PARTICLES = wordSet(
  'van von de der den del della di da do dos das du la le el al bin ibn ben zu zum af ter y',
);

/** Small words inside the names of offices. */
export const LINKING = wordSet('of for and the der des für und de la du del di do da');

/** Words that follow a name or stand in place of one, and are no part of it. */
export const NO_NAMES = wordSet(
  'the a an staff writer writers reporter reporters editor editors editorial correspondent contributor contributing columnist journalist author ' +
    'producer photographer freelance freelancer senior junior chief associate special deputy assistant managing executive director manager analyst ' +
    'fellow professor member news press agency media times post tribune telegram gazette journal daily herald globe telegraph guardian reuters bloomberg ' +
    'ap afp dpa apa sid cnn bbc nbc abc cbs cbc npr pbs updated published posted last modified by on at in for from via tags share save read more ' +
    'redaktion redakteur redakteurin korrespondent korrespondentin reporterin autorin autor volontärin volontär stand uhr aktualisiert ' +
    'rédaction journaliste redacción redactor redactora redazione redação periodista corresponsal giornalista uhr am pm est edt pst gmt utc ' +
    'monday tuesday wednesday thursday friday saturday sunday ph.d. m.d. phd md rd jr. comments comment follow photo photos image video credit ' +
    'founder co-founder cofounder ceo cto cfo coo president vice head lead reviewer expert specialist consultant guest parliamentary political sports business view ' +
    'leave archive email twitter facebook linkedin instagram about корреспондент журналист редактор',
);

/** What stands before dates, sources and subjects: never a name, nor an office's. */
export const LABELS = wordSet(
  'published updated posted modified created date source tags tag topic topics keywords written submitted share print comments related advertisement ' +
    'menu home search subscribe veröffentlicht aktualisiert erstellt quelle stand publié modifié source mis publicado actualizado fuente ' +
    'publicada fecha atualizado fonte assunto assuntos pubblicato aggiornato опубликовано обновлено источник просмотров теги опубліковано оновлено джерело ' +
    'yayınlanma güncelleme güncellenme kaynak giriş etiketler nguồn ngày cập nhật từ khóa diterbitkan diperbarui sumber tag नवीनतम प्रकाशित अपडेट स्रोत ' +
    'المصدر نشر نُشر تحديث 입력 수정 등록 승인 출처 기사입력 최종수정 配信 更新 公開 掲載 出典 登録 发布时间 发布日期 发布 来源 來源 更新时间 更新時間 關鍵字 关键词 字号 分享到',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
