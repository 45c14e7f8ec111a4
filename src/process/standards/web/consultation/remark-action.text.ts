import { catalogue } from '#platform/text.ts';

/** The way to a remark, which stands in every row of a sheet; what is behind it is worded where it is loaded. */
export const remarkActionTexts = catalogue(
  { 'remark.action': '条款意见', 'remark.action-title': '条款意见：对本条有意见' },
  { 'remark.action': 'Remark', 'remark.action-title': 'Remark on this item' },
);
