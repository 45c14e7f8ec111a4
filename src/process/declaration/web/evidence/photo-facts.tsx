import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullInstant } from '#platform/ui/time/format.ts';
import { distanceKm, type Place } from '#support/files/domain/picture-facts.ts';
import type { Photo } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';

const kilometres = (distance: number): string => (distance < 10 ? distance.toFixed(1) : String(Math.round(distance)));

/** When and where a photograph was taken, as it says itself; how far from `place`, where both are known. */
export const PhotoFacts = ({ photo, place }: { readonly photo: Photo; readonly place?: Place | null }) => {
  const t = useText(evidenceTexts);
  const ui = useUiText();
  const { takenAt, latitude, longitude, device } = photo;
  const there = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  if (takenAt === null && there === null) return <span className="ui-soft">{t('evidence.photo.no-exif')}</span>;
  const where =
    there === null
      ? t('evidence.photo.no-place')
      : place
        ? t('evidence.photo.distance', { km: kilometres(distanceKm(there, place)) })
        : t('evidence.photo.place', { latitude: there.latitude.toFixed(4), longitude: there.longitude.toFixed(4) });
  const parts = [
    takenAt === null
      ? t('evidence.photo.no-time')
      : t('evidence.photo.taken', { time: formatFullInstant(takenAt, ui) }),
    where,
    ...(device === null ? [] : [device]),
  ];
  return (
    <span className="photo-facts" title={t('evidence.photo.why')}>
      {parts.join(' · ')}
    </span>
  );
};
