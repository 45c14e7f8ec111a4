import { catalogue } from '#platform/text.ts';

/** What a person reads when a unified social credit code is wrong: the cause, then the cure. */
export const creditCodeText = catalogue(
  {
    'creditCode.scientific':
      '信用代码变成了数字 {text}，后几位已经丢失。请把该列设为“文本”格式，再重新填写完整的 18 位代码。',
    'creditCode.fullWidth': '第 {position} 位“{character}”是全角字符。请改为半角的“{halfWidth}”。',
    'creditCode.lowerCase': '第 {position} 位“{character}”是小写字母。请改为大写的“{upperCase}”。',
    'creditCode.length': '信用代码应为 {expected} 位，现为 {length} 位。请对照营业执照核对。',
    'creditCode.character':
      '第 {position} 位“{character}”不能用于信用代码：只能是数字和除 I、O、S、V、Z 以外的大写字母。请对照营业执照核对。',
    'creditCode.checkDigit':
      '信用代码的校验位不符：末位是“{found}”，按前 17 位应为“{expected}”。说明有一位写错了，请对照营业执照逐位核对。',
  },
  {
    'creditCode.scientific':
      'The credit code has become the number {text} and lost its last digits. Format the column as text and enter all 18 characters again.',
    'creditCode.fullWidth':
      'Character {position}, "{character}", is full-width. Replace it with the half-width "{halfWidth}".',
    'creditCode.lowerCase': 'Character {position}, "{character}", is a small letter. Replace it with "{upperCase}".',
    'creditCode.length':
      'A credit code has {expected} characters, this one has {length}. Compare it with the business licence.',
    'creditCode.character':
      'Character {position}, "{character}", cannot stand in a credit code: only digits and capital letters except I, O, S, V and Z. Compare it with the business licence.',
    'creditCode.checkDigit':
      'The check character does not fit: the last one is "{found}", the first 17 call for "{expected}". Some character is wrong; compare each with the business licence.',
  },
);
