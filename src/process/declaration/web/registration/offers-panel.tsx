import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { type FieldName, fieldOf } from '../../domain/registration-fields.ts';
import type { RegistrationOffer } from '../../registration.contract.ts';
import { registrationTexts } from '../../registration.text.ts';
import { registrationClient } from './registration-queue.ts';
import { useShownValue } from './use-shown-value.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

interface Props {
  readonly declaration: Declaration;
  readonly onClose: () => void;
}

/** 带入: what the register, the last campaign and other units have to offer, beside what stands in the form. */
export const OffersPanel = ({ declaration, onClose }: Props) => {
  const t = useText(registrationTexts);
  const { data } = useRead(registrationClient.registrationOffers, {
    params: { declarationId: declaration.declarationId },
  });
  return (
    <Dialog title={t('registration.offers')} shape="wide" onClose={onClose}>
      {!data && <Loading />}
      {data?.offers.length === 0 && <p>{t('registration.offers.none')}</p>}
      {data?.offers.map((offer) => (
        <OfferTable key={offer.key} offer={offer} declaration={declaration} onClose={onClose} />
      ))}
    </Dialog>
  );
};

const OfferTable = ({ offer, declaration, onClose }: Props & { readonly offer: RegistrationOffer }) => {
  const t = useText(registrationTexts);
  const faults = useFaultText();
  const shown = useShownValue(declaration.editionHash);
  const command = useCommand(registrationClient.takeOver);
  const { declarationId, registration, registrationVersion } = declaration;
  const different = Object.keys(offer.values).filter((name) => !same(registration[name], offer.values[name]));
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    different.filter((name) => registration[name] === undefined),
  );
  const handleTake = () =>
    command
      .run({
        params: { declarationId },
        body: { baseVersion: registrationVersion, offer: offer.key, fields: [...chosen] },
      })
      .then(
        () => {
          announce(t('registration.offers.taken', { count: chosen.length }));
          onClose();
        },
        (error: unknown) => announce(faults.fault(error), { wrong: true }),
      );
  return (
    <section className="registration-offer">
      <h3 className="ui-row">
        <span className="ui-spread">
          {t(`registration.source.${offer.from}`, { of: offer.of ?? '' })} <Day on={offer.on} />
        </span>
        {different.length > 0 && (
          <Button
            look="primary"
            small
            pending={command.pending}
            disabled={chosen.length === 0}
            onClick={() => void handleTake()}
          >
            {t('registration.offers.take', { count: chosen.length })}
          </Button>
        )}
      </h3>
      {different.length === 0 ? (
        <p className="ui-soft">{t('registration.offers.same')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the dialog is reached with the arrow keys
        <section className="ui-table-scroll" aria-label={t('registration.offers')} tabIndex={0}>
          <table className="ui-table">
            <thead>
              <tr>
                <th>{t('registration.offers.field')}</th>
                <th>{t('registration.offers.present')}</th>
                <th>{t('registration.offers.offered')}</th>
              </tr>
            </thead>
            <tbody>
              {different.map((name) => (
                <tr key={name}>
                  <td>
                    <label className="ui-choice">
                      <input
                        type="checkbox"
                        checked={chosen.includes(name)}
                        onChange={(event) =>
                          setChosen(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
                        }
                      />
                      {fieldOf(name) && t(`registration.field.${name as FieldName}`)}
                    </label>
                  </td>
                  <td>
                    {shown(name, registration[name]) || (
                      <span className="ui-soft">{t('registration.theirs.blank')}</span>
                    )}
                  </td>
                  <td>{shown(name, offer.values[name])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
};
