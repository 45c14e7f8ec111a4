import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { PrintedReport } from '../../report.contract.ts';
import { reportTexts } from '../../report.text.ts';
import { keyed } from './keyed.ts';
import './paper.css';

type Block = PrintedReport['parts'][number]['blocks'][number];
type Run = Extract<Block, { kind: 'paragraph' }>['runs'][number];

const RunText = ({ run }: { readonly run: Run }) => {
  const underlined = run.underline ? <u>{run.text}</u> : run.text;
  const slanted = run.italic ? <em>{underlined}</em> : underlined;
  return run.bold ? <strong>{slanted}</strong> : slanted;
};

const runs = (list: readonly Run[]) => keyed(list).map(({ key, value: run }) => <RunText key={key} run={run} />);

type Field = Extract<Block, { kind: 'fields' }>['fields'][number];

/** Two fields stand in a line; one that would stand alone has the line to itself, as in the PDF. */
const filledLines = (fields: readonly Field[]): readonly Field[] => {
  let waits = false;
  return fields.map((field, at) => {
    const next = fields[at + 1];
    const alone = !waits && (field.wide === true || next === undefined || next.wide === true);
    waits = !alone && !waits;
    return { ...field, wide: alone };
  });
};

const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return <p className={`paper-heading level-${block.level}`}>{block.text}</p>;
    case 'paragraph':
      return <p>{runs(block.runs)}</p>;
    case 'entry':
      return (
        <p className="paper-entry" style={{ marginLeft: `${block.depth * 2}em` }}>
          <span>{block.label}</span>
          {runs(block.runs)}
        </p>
      );
    case 'note':
      return <p className="paper-note">{block.text}</p>;
    case 'fields':
      return (
        <dl className="paper-fields">
          {filledLines(block.fields).map(({ label, value, wide }) => (
            <div key={label} className={wide ? 'wide' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'signatures':
      return (
        <div className="paper-boxes">
          {block.boxes.map(({ label, hint }) => (
            <div key={label}>
              <span>{label}</span>
              <span className="ui-soft">{hint}</span>
            </div>
          ))}
        </div>
      );
    case 'table':
      return <TableView table={block} />;
  }
};

const TableView = ({ table }: { readonly table: Extract<Block, { kind: 'table' }> }) => {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  const totals = table.rows.length - (table.totals ?? 0);
  return (
    <section
      className="paper-table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too
      tabIndex={0}
      aria-label={table.caption ?? table.columns.map(({ header }) => header).join(' ')}
    >
      <table>
        {table.caption && <caption>{table.caption}</caption>}
        <colgroup>
          {table.columns.map(({ header, width }) => (
            <col key={header} style={{ width: `${(width * 100) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.columns.map(({ header }) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(table.rows).map(({ key, value: row }, index) => (
            <tr key={key} className={index >= totals ? 'total' : undefined}>
              {table.columns.map(({ header, align }, at) => (
                <td key={header} style={{ textAlign: align }}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The report as it will print: sheets of paper with the words, tables and order of the PDF. */
export const PrintedReportView = ({ report }: { readonly report: PrintedReport }) => (
  <div className="papers" lang="zh-CN">
    {report.cover && (
      <article className="paper paper-cover">
        <Mark report={report} />
        <h2>{report.title}</h2>
        <dl>
          {report.cover.facts.map(({ label, value }) => (
            <div key={label} className="paper-fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <footer>
          {report.cover.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      </article>
    )}
    <article className="paper">
      <Mark report={report} />
      {report.parts.map(({ id, heading, blocks }) => (
        <section key={id}>
          <h3>{heading}</h3>
          {keyed(blocks).map(({ key, value: block }) => (
            <BlockView key={key} block={block} />
          ))}
        </section>
      ))}
      {report.digest && <p className="paper-note">{report.digest.label + report.digest.value}</p>}
    </article>
  </div>
);

const Mark = ({ report: { mark } }: { readonly report: PrintedReport }) =>
  mark ? (
    <p className="paper-mark">
      {mark.word}　{mark.detail}
    </p>
  ) : null;

/** The characters that the PDF cannot show, with where they stand. */
export const MissingGlyphs = (props: {
  readonly missing: readonly {
    readonly character: string;
    readonly codePoint: string;
    readonly places: readonly { readonly part: string; readonly excerpt: string }[];
  }[];
}) => {
  const t = useText(reportTexts);
  if (props.missing.length === 0) return null;
  return (
    <Notice wrong>
      <b>{t('report.glyphs', { count: props.missing.length })}</b>
      <ul>
        {props.missing.map(({ character, codePoint, places }) => (
          <li key={codePoint}>
            <b>{character}</b> <span className="ui-soft">{codePoint}</span>{' '}
            {places.map(({ part, excerpt }) => t('report.glyphs.place', { part, excerpt })).join('；')}
          </li>
        ))}
      </ul>
      <p>{t('report.glyphs.cure')}</p>
    </Notice>
  );
};
