import { builtinModules } from 'node:module';
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/** The stages of the procedure in the order of the notice: a later one may know an earlier one, never the reverse. */
export const stages = [
  'standards',
  'campaign',
  'declaration',
  'review',
  'spot-check',
  'public-notice',
  'classification',
  'rule-bench',
  'supervision',
  'look-back',
  'reporting',
];

/** Each layer may import itself and those after it. */
export const layers = ['app', 'process', 'parties', 'support', 'platform', 'lib'];

/** Tests and what only tests use. */
const tests = String.raw`\.test\.tsx?$|/testing/`;
const browserCode = '(^|/)web/|^src/platform/ui/';
const serverCode = '(^|/)server/|^src/platform/(db|http)/';
const nodeModules = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;

const layerRules: IForbiddenRuleType[] = layers.slice(1).map((layer, index) => ({
  name: `${layer}-knows-nothing-above`,
  comment: `${layer} stands below ${layers.slice(0, index + 1).join(', ')} and does not know them.`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: tests },
  to: { path: `^src/(${layers.slice(0, index + 1).join('|')})/` },
}));

const stageRules: IForbiddenRuleType[] = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-knows-no-later-stage`,
  comment: 'What happens later reacts to an event (src/app/reactions.ts); a stage calls only earlier ones.',
  severity: 'error',
  from: { path: `^src/process/${stage}/`, pathNot: tests },
  to: { path: `^src/process/(${stages.slice(index + 1).join('|')})/` },
}));

export const forbidden: IForbiddenRuleType[] = [
  ...layerRules,
  ...stageRules,
  {
    name: 'stages-are-in-the-list',
    comment: 'A folder of src/process that the order does not name would be free of all rules.',
    severity: 'error',
    from: { path: '^src/process/', pathNot: `^src/process/(${stages.join('|')})/` },
    to: {},
  },
  {
    name: 'domain-is-pure',
    comment:
      'The rules of the procedure run in server and browser alike: they import only other rules, src/lib and packages that are pure functions themselves.',
    severity: 'error',
    from: { path: '/domain/', pathNot: tests },
    to: { pathNot: '/domain/|^src/lib/|(^|/)node_modules/(zod|canonicalize|pinyin-pro)/' },
  },
  {
    name: 'scoring-has-one-door',
    comment:
      'Score and class are worked out in one place; who needs them asks its index, and cannot take parts of it. Editing a draft and consulting on it have doors of their own.',
    severity: 'error',
    from: { path: '^(src|bench)/', pathNot: `${tests}|^src/process/standards/` },
    to: { path: '^src/process/standards/domain/(?!(index|draft-editing|consultation)[.]ts$)' },
  },
  {
    name: 'dictionary-stays-on-the-server',
    comment:
      'The dictionary of pinyin weighs more than all pages together; names are made searchable where they are stored.',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: { path: '(^|/)node_modules/pinyin-pro/', reachable: true },
  },
  {
    name: 'web-never-imports-server',
    comment: 'Pages and server meet in the contract and in the domain.',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: { path: serverCode },
  },
  {
    name: 'web-uses-no-node',
    comment: 'What is bundled for the browser has no modules of Node, by whatever detour.',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: { path: nodeModules, reachable: true },
  },
  {
    name: 'server-never-imports-web',
    comment: 'Pages and server meet in the contract and in the domain.',
    severity: 'error',
    from: { path: serverCode, pathNot: tests },
    to: { path: browserCode },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or hide a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolved',
    comment: 'A path that leads nowhere would escape every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'program-knows-no-tests',
    comment: 'The program runs without its tests.',
    severity: 'error',
    from: { path: '^(src|bench)/', pathNot: tests },
    to: { path: `^tests/|${tests}` },
  },
  {
    name: 'server-runs-without-dev-packages',
    comment: 'Only what is bundled, built or tested may come from devDependencies.',
    severity: 'error',
    from: { path: '^src/', pathNot: `${tests}|${browserCode}` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

/** How imports are followed. */
export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(node:)?fsevents$' },
  tsPreCompilationDeps: true,
  detectProcessBuiltinModuleCalls: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
  },
};
