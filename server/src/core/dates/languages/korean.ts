import type { DateLanguage } from './language';

export const korean: DateLanguage = {
  tag: 'ko',
  order: 'ymd',
  long: 'yyyy년 M월 d일',
  labels: [
    '입력',
    '등록',
    '수정',
    '발행일',
    '작성일',
    '게재일',
    '날짜',
    '일자',
    '최종수정',
    '기사입력',
    '최종업데이트',
    '업데이트',
    '승인',
    '등록일',
    '송고',
    '보도일',
    '게시일',
  ],
  refusals: ['제', '번호', '버전', '전화', '쪽', '호'],
  ago: { days: ['일'], weeks: ['주'], units: ['초', '분', '시간', '개월', '달', '년'], after: ['전'] },
};
