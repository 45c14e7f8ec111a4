import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const spotCheckTitles = catalogue(
  {
    draws: '抽取',
    draw: '一次抽取',
    verifications: '核定任务',
    verification: '核定',
    tasks: '我的核定任务',
    sheet: '核定表',
    kept: '沿用初审类别',
    comparison: '三次得分对照',
  },
  {
    draws: 'Draws',
    draw: 'Draw',
    verifications: 'Verifications',
    verification: 'Verification',
    tasks: 'My verifications',
    sheet: 'Verification sheet',
    kept: 'Keep reviewed classes',
    comparison: 'Three scores',
  },
);
