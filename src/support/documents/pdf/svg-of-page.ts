/** Each page begins with its own ground, at this depth and no other. */
const PAGE = /\n {4}(?=<path class="typst-shape")/;

/**
 * One page of the SVG into which the typesetter puts all pages below each other, with the shapes of the characters that they share.
 * @param page counted from 1
 * @throws RangeError if there is no such page
 */
export const svgOfPage = (svg: string, page: number): string => {
  const [head = '', ...pages] = svg.split(PAGE);
  const last = pages.pop() ?? '';
  const shared = last.indexOf('\n    <defs');
  const all = [...pages, last.slice(0, shared)];
  const drawn = all[page - 1];
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(head) ?? [];
  if (drawn === undefined || shared < 0 || !width || !height) throw new RangeError(`no page ${page}`);
  const each = Number(height) / all.length;
  const size = `viewBox="0 0 ${width} ${each}" width="${width}" height="${each}"`;
  const opening = head.replace(/viewBox="[^"]*" width="[^"]*" height="[^"]*"/, size);
  const atTop = drawn.replace(/<g transform="matrix\(1 0 0 1 0 [\d.]+\)">/, '<g>');
  return `${opening}\n${atTop}${last.slice(shared)}`;
};
