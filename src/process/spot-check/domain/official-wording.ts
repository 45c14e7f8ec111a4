import type { IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';

/** The act by which units keep their reviewed class, as it is usually worded; the officer may change it. Official texts are Chinese. */
export const proposedAct = (strata: readonly { readonly drawNumber: string; readonly stratum: string }[]): string => {
  const draws = [...new Set(strata.map(({ drawNumber }) => drawNumber))].join('、');
  const names = [...new Set(strata.map(({ stratum }) => stratum.replaceAll('|', ' ')))].join('；');
  return `经综合处研究，${draws}中下列分层未抽中的单元沿用初审类别：${names}。`;
};

/** Who fixed a class in place of the city, as notices and lists say it instead of the name of the status. */
export const fixedByText = ({ issuingBody, documentNumber }: IssuedDocument): string =>
  `由${issuingBody}评定，文号${documentNumber}`;
