/** 1980-01-01 00:00, the first moment that a zip can name: times of entries would make the same content different bytes. */
const [TIME, DAY] = [0, (1 << 5) | 1];
const [END, CENTRAL] = [0x06054b50, 0x02014b50];
const END_BYTES = 22;

/** Sets the time of every entry of a zip archive (without zip64) to the same moment, in place. @throws on bytes that are no such archive */
export const withFixedTimes = (zip: Buffer): Buffer => {
  let end = zip.length - END_BYTES;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new TypeError('not a zip archive');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new TypeError('a zip archive without its directory');
    const local = zip.readUInt32LE(at + 42);
    for (const place of [at + 12, local + 10]) {
      zip.writeUInt16LE(TIME, place);
      zip.writeUInt16LE(DAY, place + 2);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
};
