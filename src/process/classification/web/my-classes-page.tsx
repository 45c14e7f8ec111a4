import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import type { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { ClassOf, classNamed, InForce, Validity } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';
import './classification.css';

type Answer = ResultOf<typeof classificationContract.myClasses>;

/** 本企业类别: the class of the enterprise and of each of its units, with the way to why. */
export const MyClassesPage = () => (
  <Answered read={useRead(classificationClient.myClasses)}>{(answer) => <MyClasses answer={answer} />}</Answered>
);

const MyClasses = ({ answer }: { readonly answer: Answer }) => {
  const t = useText(classificationTexts);
  const ui = useUiText();
  const { classes, classCode, units } = answer;
  return (
    <div className="ui-page my-classes">
      <PageHead title={t('my-class.title')} />
      <section className="ui-panel my-class-whole">
        <div>
          <b>{answer.enterprise.name}</b>
          <div className="ui-soft">{answer.enterprise.creditCode}</div>
        </div>
        <div className="ui-row">
          <span>{t('my-class.whole')}</span>
          {classCode === null ? t('my-class.none') : <ClassOf code={classCode} classes={classes} />}
          {classCode !== null && (
            <Why
              title={t('my-class.why')}
              lines={[
                {
                  text: t('my-class.why-units'),
                  value: classNamed(classCode, classes),
                  basis: answer.classBasis,
                },
                { text: t('my-class.why-from'), value: answer.classFrom.join(ui('text.comma')) },
                { text: t('my-class.why-status') },
              ]}
            />
          )}
        </div>
      </section>
      <h2>{t('my-class.units')}</h2>
      {units.length === 0 && <p className="ui-panel ui-empty">{t('my-class.empty')}</p>}
      {units.map((unit) => (
        <UnitCard key={unit.unitId} unit={unit} classes={classes} />
      ))}
    </div>
  );
};

const UnitCard = ({
  unit,
  classes,
}: {
  readonly unit: Answer['units'][number];
  readonly classes: Answer['classes'];
}) => {
  const t = useText(classificationTexts);
  const { decision } = unit;
  return (
    <section className="ui-panel my-class-unit">
      <div className="ui-row">
        <h3 className="ui-spread">{unit.unit}</h3>
        {decision && <ClassOf code={decision.classCode} classes={classes} />}
      </div>
      <p className="ui-soft">{unit.industry}</p>
      {decision === null ? (
        <p>{t('my-class.waiting')}</p>
      ) : (
        <>
          <p>{classes.find(({ code }) => code === decision.classCode)?.meaning}</p>
          <p className="ui-row">
            <InForce inForce={decision.inForce} />
            <Validity from={decision.validFrom} until={decision.validUntil} />
          </p>
          <p className="ui-soft">
            {decision.number} {t('class.edition', { day: decision.editionOn })}
          </p>
          <div className="ui-row">
            <LinkButton href={`/decisions/${decision.decisionId}`} look="primary">
              {t('my-class.open')}
            </LinkButton>
            <LinkButton href={`/decisions/${decision.decisionId}/certificate`}>{t('my-class.certificate')}</LinkButton>
          </div>
        </>
      )}
    </section>
  );
};
