import { textIn, type JsonObject } from '../../../base/json';

/**
 * Whether an entry of a version document is one of Glance's, which answers with 300 at every address without a version, and
 * tells neither when a version was made nor its microversions, as Compute does.
 */
export function isVersionOfGlance(version: JsonObject, status: number): boolean {
  const isDated = textIn(version, 'updated') !== '' || version.min_version !== undefined;
  return status === 300 && !isDated && /^v2(?:\.\d+)?$/.test(textIn(version, 'id'));
}
