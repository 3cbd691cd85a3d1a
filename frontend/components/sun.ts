// Where the sun stands overhead, to a fraction of a degree: enough for the line between day and night on a map.
// Low-precision solar coordinates of the Astronomical Almanac.
const DAY_MS = 86_400_000;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const RAD = Math.PI / 180;

/** Longitude east and latitude north, in degrees, of the place where the sun is in the zenith. */
export function subsolar(ms: number): [number, number] {
  const days = (ms - J2000_MS) / DAY_MS;
  const meanLongitude = 280.46 + 0.9856474 * days;
  const anomaly = (357.528 + 0.9856003 * days) * RAD;
  const longitude = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RAD;
  const obliquity = (23.439 - 4e-7 * days) * RAD;
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude)) / RAD;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude)) / RAD;
  const siderealDegrees = 280.46062 + 360.98564737 * days;
  return [wrapped(rightAscension - siderealDegrees), declination];
}

/** The same angle between -180 and 180 degrees. */
function wrapped(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
