import { identityError, Refusal } from './replies';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON object of a request; a list or a bare value counts as none. */
export function parsed(body: string): JsonObject | undefined {
  try {
    return objectAt({ body: JSON.parse(body) as unknown }, 'body');
  } catch {
    throw refusal(400, 'Malformed json in request body');
  }
}

export function objectAt(parent: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = parent?.[key];
  return typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;
}

export function refusal(status: number, message: string): Refusal {
  return new Refusal(identityError(status, message));
}

export function expecting(attribute: string, target: string): Refusal {
  return refusal(
    400,
    `Expecting to find ${attribute} in ${target}. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`,
  );
}
