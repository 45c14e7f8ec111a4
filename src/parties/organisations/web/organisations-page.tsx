import { Answered } from '#platform/ui/answered.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { organisationsContract } from '../organisations.contract.ts';
import { organisationsTexts } from '../organisations.text.ts';

const client = createClient(organisationsContract);
type Body = ResultOf<typeof organisationsContract.bodies>['rows'][number];

interface Placed {
  readonly body: Body;
  readonly depth: number;
}

/** Each body below the one above it, in the order of the scheme. */
const asTree = (bodies: readonly Body[], parentId: string | null = null, depth = 0): readonly Placed[] =>
  bodies
    .filter((body) => body.parentId === parentId)
    .flatMap((body) => [{ body, depth }, ...asTree(bodies, body.bodyId, depth + 1)]);

/** 机构与职责, to be read only: bodies are data of the scheme. */
export const OrganisationsPage = () => {
  const t = useText(organisationsTexts);
  return (
    <div className="ui-page">
      <PageHead title={t('organisations.title')} />
      <p>{t('organisations.intro')}</p>
      <section className="ui-panel">
        <Answered read={useRead(client.bodies)}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="ui-empty">{t('organisations.empty')}</p>
            ) : (
              <div className="ui-table-scroll">
                <table className="ui-table" aria-label={t('organisations.title')}>
                  <thead>
                    <tr>
                      <th>{t('organisations.name')}</th>
                      <th>{t('organisations.short')}</th>
                      <th>{t('organisations.kind')}</th>
                      <th>{t('organisations.aliases')}</th>
                      <th>{t('organisations.duties')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {asTree(rows).map(({ body, depth }) => (
                      <Row key={body.bodyId} body={body} depth={depth} />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Answered>
      </section>
    </div>
  );
};

const INDENT = 20;

const Row = ({ body, depth }: Placed) => {
  const t = useText(organisationsTexts);
  const ui = useUiText();
  return (
    <tr>
      <td style={{ paddingLeft: 12 + depth * INDENT }}>{body.name}</td>
      <td className="ui-nowrap">{body.short}</td>
      <td className="ui-nowrap">{t(`organisations.kind.${body.kind}`)}</td>
      <td className="ui-soft">{body.aliases.join(ui('text.comma'))}</td>
      <td>
        {body.duties}
        {body.industries.length > 0 && (
          <div className="ui-soft">
            {ui('text.pair', {
              label: t('organisations.industries'),
              value: body.industries.map(({ name }) => name).join(ui('text.comma')),
            })}
          </div>
        )}
      </td>
    </tr>
  );
};
