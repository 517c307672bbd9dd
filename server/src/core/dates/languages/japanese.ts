import type { DateLanguage } from './language';

export const japanese: DateLanguage = {
  tag: 'ja',
  order: 'ymd',
  long: 'yyyy年M月d日',
  labels: [
    '日付',
    '公開日',
    '更新日',
    '掲載日',
    '配信',
    '公開',
    '更新',
    '投稿日',
    '最終更新',
    '最終更新日',
    '発行日',
    '発表日',
    '作成日',
    '登録日',
  ],
  refusals: ['第', '番号', '電話', '頁'],
  ago: {
    days: ['日'],
    weeks: ['週間'],
    units: ['秒', '分', '時間', 'ヶ月', 'か月', 'カ月', '年'],
    after: ['前'],
  },
};
