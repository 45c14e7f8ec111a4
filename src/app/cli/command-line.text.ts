import { catalogue } from '#platform/text.ts';
import type { OptionCode } from './options.ts';

const zhCN = {
  'option.unknown': '不认识的选项或参数“{given}”。',
  'option.repeated': '选项 {option} 只能给一次。',
  'option.missing': '缺少选项 {option}。',
  'option.valueMissing': '选项 {option} 没有值，请写成 {option}=值。',
  'option.valueMalformed': '选项 {option} 的值“{given}”不对。',
  'option.valueNotTaken': '选项 {option} 不带值。',
  'option.seeHelp': '用法见 --help。',
  'file.unreadable': '读不了文件 {file}：{reason}。请检查路径和权限。',
  'file.notUtf8': '文件 {file} 在第 {offset} 字节处不合 UTF-8。请另存为 UTF-8 编码。',
  'json.syntax': '文件 {file} 不是 JSON：{reason}。',
  'yaml.syntax': '不是 YAML：{reason}。',
  'validate.publishable': '{file}：可以发布。{items} 项，{points} 分，摘要 {hash}',
  'validate.faults': '{file}：有 {count} 处问题，不能发布。',
  'json.duplicateName': '文件 {file} 第 {line} 行：同一对象里“{name}”写了两次。请留下一个。',
} as const satisfies Record<OptionCode | FileCode, string>;

type FileCode =
  | 'option.seeHelp'
  | 'file.unreadable'
  | 'file.notUtf8'
  | 'json.syntax'
  | 'json.duplicateName'
  | 'yaml.syntax'
  | 'validate.publishable'
  | 'validate.faults';

/** What commands write to standard error about their options and files. */
export const commandLineText = catalogue(zhCN, {
  'option.unknown': 'Unknown option or argument "{given}".',
  'option.repeated': 'The option {option} may be given only once.',
  'option.missing': 'The option {option} is missing.',
  'option.valueMissing': 'The option {option} has no value; write {option}=VALUE.',
  'option.valueMalformed': 'The value "{given}" of the option {option} is malformed.',
  'option.valueNotTaken': 'The option {option} takes no value.',
  'option.seeHelp': 'See --help.',
  'file.unreadable': 'Cannot read the file {file}: {reason}. Check the path and the permissions.',
  'file.notUtf8': 'The file {file} is not UTF-8 at byte {offset}. Save it as UTF-8.',
  'json.syntax': 'The file {file} is not JSON: {reason}.',
  'yaml.syntax': 'Not YAML: {reason}.',
  'validate.publishable': '{file}: may be published. {items} items, {points} points, hash {hash}',
  'validate.faults': '{file}: not publishable, faults: {count}.',
  'json.duplicateName': 'The file {file}, line {line}: "{name}" stands twice in one object. Keep one.',
});
