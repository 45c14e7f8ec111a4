import type { RichBlock, RichInline, RichListItem, RichText } from '../../domain/report/rich-text.ts';
import { keyed } from './keyed.ts';

const Run = ({ run }: { readonly run: RichInline }) => {
  if (run.type === 'hardBreak') return <br />;
  const has = (mark: string) => run.marks?.some(({ type }) => type === mark) ?? false;
  const underlined = has('underline') ? <u>{run.text}</u> : run.text;
  const slanted = has('italic') ? <em>{underlined}</em> : underlined;
  return has('bold') ? <strong>{slanted}</strong> : slanted;
};

const runs = (content: readonly RichInline[] = []) =>
  keyed(content).map(({ key, value: run }) => <Run key={key} run={run} />);

const Item = ({ item }: { readonly item: RichListItem }) => (
  <li>
    {keyed(item.content).map(({ key, value: block }) => (
      <Block key={key} block={block} />
    ))}
  </li>
);

const Block = ({ block }: { readonly block: RichBlock }) => {
  switch (block.type) {
    case 'paragraph':
      return <p>{runs(block.content)}</p>;
    case 'heading':
      return block.attrs.level === 1 ? <h3>{runs(block.content)}</h3> : <h4>{runs(block.content)}</h4>;
    case 'bulletList':
      return (
        <ul>
          {keyed(block.content).map(({ key, value: item }) => (
            <Item key={key} item={item} />
          ))}
        </ul>
      );
    case 'orderedList':
      return (
        <ol>
          {keyed(block.content).map(({ key, value: item }) => (
            <Item key={key} item={item} />
          ))}
        </ol>
      );
  }
};

/** A narrative for reading. */
export const RichTextView = ({ text }: { readonly text: RichText }) => (
  <div className="narrative">
    {keyed(text.content).map(({ key, value: block }) => (
      <Block key={key} block={block} />
    ))}
  </div>
);
