import { unauthenticated } from './compute';
import type { ActiveFaults, Misbehaviour } from './faults';
import { glanceError, glanceUnauthenticated } from './glance/glanceErrors';
import {
  computeError,
  htmlPage,
  identityError,
  json,
  jsonText,
  overLimit,
  plainText,
  type Reply,
} from './replies';
import type { LoggedRequest } from './requests';

/** The reply that a fault gives before the request is looked at, if one does. */
export function replyInstead(
  request: LoggedRequest,
  faults: ActiveFaults,
  origin: string,
): Reply | undefined {
  const redirect = faults.find('redirect');
  if (redirect) return redirection(request, redirect.to, redirect.status ?? 302);
  const refused = faults.find('unauthorized');
  if (refused) return unauthorized(refused.as, request, origin);
  const error = faults.find('status');
  return error && errorReply(request, error.status, error.message, error.retryAfter);
}

/** The reply with its body replaced, if a fault does that. */
export function withBodyReplaced(reply: Reply, faults: ActiveFaults): Reply {
  const notJson = faults.find('notJson');
  if (notJson) {
    const login = '<!DOCTYPE html><html><head><title>Log in</title></head><body>Please log in.</body></html>';
    return jsonText(200, notJson.body ?? login);
  }
  const wrongShape = faults.find('wrongShape');
  if (wrongShape) return json(200, 'body' in wrongShape ? wrongShape.body : { servers: [] });
  return reply;
}

function redirection(request: LoggedRequest, to: string, status: number): Reply {
  const { pathname, origin } = new URL(to);
  return htmlPage(status, 'The resource has been moved.', {
    Location: pathname === '/' ? origin + request.url : to,
  });
}

type UnauthorizedForm = Extract<Misbehaviour, { do: 'unauthorized' }>['as'];

function unauthorized(form: UnauthorizedForm, { headers }: LoggedRequest, origin: string): Reply {
  switch (form) {
    case 'glance':
      return glanceUnauthenticated(headers, origin);
    case 'error':
      return unauthenticated(origin);
    case 'unauthorized':
      return computeError(401, 'Invalid token given.');
    case 'text':
      return plainText(401, 'Authentication required');
    case 'html':
      return htmlPage(
        401,
        'This server could not verify that you are authorized to access the document you requested.',
      );
  }
}

const identityKinds: readonly string[] = ['token', 'revoke', 'validate', 'projects'];

const usualMessages: Readonly<Record<number, string>> = {
  400: 'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  401: 'The request you have made requires authentication.',
  403: "Policy doesn't allow this action to be performed.",
  404: 'The resource could not be found.',
  500: 'Unexpected API Error. Connection to the image service failed.',
  503: 'The Keystone service is temporarily unavailable.',
};

function errorReply(
  request: LoggedRequest,
  status: number,
  message = usualMessages[status] ?? 'Something went wrong.',
  retryAfter?: number | string,
): Reply {
  if (status === 413 || status === 429) return overLimit(status, retryAfter ?? 1);
  const headers = retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) };
  if (status >= 502) return htmlPage(status, message, headers);
  if (identityKinds.includes(request.kind)) return identityError(status, message, headers);
  if (request.service === 'image') return glanceError(status, message, request.headers, headers);
  return computeError(status, message, headers);
}
