import type { Registration } from '../registration-fields.ts';

/** Where the unit lies by its registration form, WGS 84 degrees; null unless both coordinates are filled in. */
export const registeredPlaceOf = ({
  latitude,
  longitude,
}: Registration): { readonly latitude: number; readonly longitude: number } | null => {
  const place = { latitude: Number(latitude ?? ''), longitude: Number(longitude ?? '') };
  return latitude && longitude && Object.values(place).every(Number.isFinite) ? place : null;
};
