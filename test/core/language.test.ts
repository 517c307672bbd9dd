import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identifyLanguage } from '../../server/src/core/language';

/** One short text of each language, as the body of an article begins. */
const TEXTS: Readonly<Record<string, string>> = {
  ar: 'قال مدير المكتبة إن المبنى الجديد سيفتح أبوابه في الربيع بعد أعمال استمرت أكثر من عامين في وسط المدينة.',
  bg: 'Директорът на библиотеката съобщи, че новата сграда ще отвори врати през пролетта след повече от две години работа.',
  cs: 'Ředitelka knihovny oznámila, že nová budova se otevře na jaře po více než dvou letech prací v centru města.',
  da: 'Bibliotekets direktør oplyser, at den nye bygning åbner til foråret efter mere end to års arbejde midt i byen.',
  de: 'Die Leiterin der Bücherei teilte mit, dass das neue Gebäude nach mehr als zwei Jahren Arbeit im Frühjahr öffnen wird.',
  en: 'The head of the library said that the new building will open in spring after more than two years of work in the centre of town.',
  es: 'La directora de la biblioteca dijo que el nuevo edificio abrirá en primavera después de más de dos años de obras en el centro.',
  fi: 'Kirjaston johtaja kertoi, että uusi rakennus avataan keväällä yli kahden vuoden töiden jälkeen kaupungin keskustassa.',
  fr: 'La directrice de la bibliothèque a annoncé que le nouveau bâtiment ouvrira au printemps après plus de deux ans de travaux.',
  hi: 'पुस्तकालय के निदेशक ने कहा कि शहर के बीच में दो साल से अधिक के काम के बाद नया भवन वसंत में खुलेगा।',
  hu: 'A könyvtár igazgatója közölte, hogy az új épület tavasszal nyílik meg több mint két évig tartó munka után a város közepén.',
  id: 'Kepala perpustakaan mengatakan bahwa gedung baru akan dibuka pada musim semi karena pekerjaan selama dua tahun telah selesai.',
  it: 'La direttrice della biblioteca ha detto che il nuovo edificio aprirà in primavera dopo più di due anni di lavori nel centro.',
  lt: 'Bibliotekos direktorė pranešė, kad naujasis pastatas bus atidarytas pavasarį po daugiau nei dvejų metų darbų miesto centre.',
  ms: 'Ketua perpustakaan berkata bahawa bangunan baharu itu akan dibuka pada musim bunga kerana kerja selama dua tahun telah selesai.',
  nl: 'De directeur van de bibliotheek zei dat het nieuwe gebouw in het voorjaar opengaat na meer dan twee jaar werk in het centrum.',
  pl: 'Dyrektorka biblioteki poinformowała, że nowy budynek zostanie otwarty wiosną po ponad dwóch latach prac w centrum miasta.',
  pt: 'A diretora da biblioteca disse que o novo edifício vai abrir na primavera depois de mais de dois anos de obras no centro da cidade.',
  ro: 'Directoarea bibliotecii a spus că noua clădire se va deschide în primăvară după mai bine de doi ani de lucrări în centrul orașului.',
  ru: 'Директор библиотеки сообщила, что новое здание откроется весной после более чем двух лет работы в центре города.',
  sv: 'Bibliotekets chef säger att den nya byggnaden öppnar till våren efter mer än två års arbete mitt i staden.',
  tr: 'Kütüphane müdürü, yeni binanın şehir merkezinde iki yıldan uzun süren çalışmaların ardından ilkbaharda açılacağını söyledi.',
  uk: 'Директорка бібліотеки повідомила, що нова будівля відкриється навесні після понад двох років роботи в центрі міста.',
  vi: 'Giám đốc thư viện cho biết tòa nhà mới sẽ mở cửa vào mùa xuân sau hơn hai năm xây dựng ở trung tâm thành phố.',
};

const SCRIPTS: Readonly<Record<string, string>> = {
  el: 'Η διευθύντρια της βιβλιοθήκης είπε ότι το νέο κτίριο θα ανοίξει την άνοιξη.',
  he: 'מנהלת הספרייה אמרה כי הבניין החדש ייפתח באביב.',
  ja: '図書館の館長は、新しい建物が春に開くと述べた。',
  ko: '도서관장은 새 건물이 봄에 문을 연다고 밝혔다.',
  th: 'ผู้อำนวยการหอสมุดกล่าวว่าอาคารใหม่จะเปิดในฤดูใบไม้ผลิ',
  zh: '图书馆馆长表示，新楼将于春季开放。',
};

describe('the language of a text', () => {
  for (const [tag, text] of Object.entries({ ...TEXTS, ...SCRIPTS })) {
    it(`is ${tag}`, () => assert.equal(identifyLanguage(text), tag));
  }

  it('is what the library says, but for Indonesian, which it does not know', async () => {
    const { eld } = await import('eld/extrasmall');
    for (const [tag, text] of Object.entries(TEXTS)) {
      assert.equal(identifyLanguage(text), tag === 'id' ? tag : eld.detect(text).language);
    }
  });

  it('is not guessed from what is no text, or of a language that is not known', () => {
    for (const text of [
      '',
      '12. 3. 2024',
      '---',
      'x',
      'zxqv wqkj pfgh vbnm qwrt hjkl zzxv',
      'Ngizohamba kusasa ekuseni ngiye edolobheni ukuze ngithenge ukudla kwezingane zami.',
    ])
      assert.equal(identifyLanguage(text), null, text);
  });
});
