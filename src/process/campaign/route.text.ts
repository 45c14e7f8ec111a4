import { catalogue } from '#platform/text.ts';
import type { RouteReasonCode } from './domain/route.ts';

const zhCN = {
  'route.affiliation': '隶属关系为“{affiliationName}”。',
  'route.supervisingBody': '由“{supervisingBodyName}”监管。',
  'route.division': '所在县（区）为{divisionName}。',
  'route.industry': '行业为{industryName}。',
  'route.parkReceives': '方案规定园区受理申报。',
  'route.parkDoesNotReceive': '方案规定园区不受理申报，由所在县（区）局受理。',
  'route.otherwise': '不属于前面各条规则的情形。',
  'route.toIndustryDivision': '{industryName}由{bodyName}主管，申报报该处室。',
  'route.toSupervisingBody': '申报报监管机构{bodyName}。',
  'route.toCountyOfTerritory': '所在县（区）为{divisionName}，申报报{bodyName}。',
  'route.directed': '经市局综合处指定，改报{bodyName}。',
  'route.unknown': '方案中没有“{value}”，请核对名册中的这一栏。',
} as const satisfies Record<RouteReasonCode | 'route.unknown', string>;

/** Why a declaration goes to its body. `bodyName` and `supervisingBodyName` are filled in by whoever knows the bodies. */
export const routeText = catalogue(zhCN, {
  'route.affiliation': 'Its affiliation is "{affiliationName}".',
  'route.supervisingBody': 'It is supervised by "{supervisingBodyName}".',
  'route.division': 'It lies in {divisionName}.',
  'route.industry': 'Its industry is {industryName}.',
  'route.parkReceives': 'By the scheme, the park receives declarations.',
  'route.parkDoesNotReceive':
    'By the scheme, the park does not receive declarations; the county in which the unit lies does.',
  'route.otherwise': 'None of the earlier rules applies.',
  'route.toIndustryDivision': '{industryName} is in the charge of {bodyName}, which receives the declaration.',
  'route.toSupervisingBody': 'The declaration goes to the supervising body {bodyName}.',
  'route.toCountyOfTerritory': 'It lies in {divisionName}; the declaration goes to {bodyName}.',
  'route.directed': 'The city office directed the declaration to {bodyName} instead.',
  'route.unknown': 'The scheme does not know "{value}"; check this column of the roster.',
});
