import { ApiError } from '../apiError';

/** The server does not take a parameter of the request, or its value. */
export function isBadRequest(error: unknown): error is ApiError {
  return error instanceof ApiError && error.kind === 'badRequest';
}

/**
 * A marker that the server does not know: 400 `No image found with ID …`, 403 where it is an image of another project,
 * 404 where a proxy looks the marker up.
 */
export function isMarkerLost(error: unknown): boolean {
  return isBadRequest(error) || isOf(error, 'forbidden', 'notFound');
}

/**
 * What servers that cannot be asked for changes say to it. One that answers 500 may only have been out of breath.
 * @returns whether it will say so again; `undefined` for any other error
 */
export function refusesChanges(error: unknown): { readonly lasting: boolean } | undefined {
  if (isBadRequest(error) || isOf(error, 'forbidden', 'notFound')) return { lasting: true };
  return error instanceof ApiError && error.details.status === 500 ? { lasting: false } : undefined;
}

function isOf(error: unknown, ...kinds: readonly ApiError['kind'][]): boolean {
  return error instanceof ApiError && kinds.includes(error.kind);
}

/**
 * What shows that a place is no service of images of the kind that was asked: 300, 404, or a list of another kind. Any other
 * failure says nothing about that.
 */
export function isNoImageService(failure: unknown): boolean {
  return isOf(failure, 'notImages', 'notFound');
}
