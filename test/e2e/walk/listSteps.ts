import { until } from '../../hosts/until';
import type { LoggedRequest } from '../../server/index';
import type { Place } from './places';
import type { Step, Via } from './steps';
import { NOTHING, type Expected, type Walk } from './walk';

const ASKED_MS = 5000;
const CANCELLED_MS = 3000;

type Loading = 'refresh' | 'loadMore' | 'loadAll';

/** A refresh by choice asks the server, whatever it said before. */
export async function load(walk: Walk, command: Loading, via: Via): Promise<Expected> {
  const { person, misdeeds } = walk;
  const account = person.active;
  const place = account?.place;
  const before = place === undefined ? 0 : listsOf(place).length;
  const sound = place !== undefined && misdeeds.isSound(place);
  // The palette offers to load more only where there is more, and nothing where one is signed out.
  const isOffered = command === 'refresh' && account?.signedIn === true;
  await walk.run(command, isOffered ? via : 'key');
  if (place === undefined || account?.signedIn !== true) return NOTHING;
  if (command === 'loadMore') return NOTHING;
  // What has changed in the pages that were loaded before is not asked for.
  if (command === 'loadAll') return sound && !place.hasChanged ? { loadedAll: place } : NOTHING;
  if (misdeeds.hanging) return NOTHING;
  const asked = await soon(() => listsOf(place).length > before, ASKED_MS);
  if (!asked) return { broken: 'Refresh was chosen, and the server was asked nothing.' };
  if (!sound) return NOTHING;
  place.hasChanged = false;
  return { refreshed: place };
}

/** Presses Cancel on what the server does not answer: that has to end, down to the connection. */
export async function cancel(walk: Walk, { command }: Extract<Step, { do: 'cancel' }>): Promise<Expected> {
  const { person, misdeeds, workbench } = walk;
  const place = person.active?.signedIn === true ? person.active.place : undefined;
  if (place === undefined || !misdeeds.isSound(place)) return NOTHING;
  const before = listsOf(place).length;
  const hang = place.server.faults.add({ do: 'hang', tenant: place.tenant });
  try {
    await walk.run(command);
    const begun = await soon(() => listsOf(place).length > before, ASKED_MS);
    // There was nothing to load.
    if (!begun) return NOTHING;
    await workbench.notifications.press(/^(Refreshing|Loading)/, 'Cancel');
    const ended = await soon(
      () => listsOf(place).every(({ outcome }) => outcome !== 'pending'),
      CANCELLED_MS,
    );
    return ended ? NOTHING : { broken: `${command} was cancelled, and its request went on.` };
  } finally {
    hang.remove();
  }
}

/** Without those that ask by themselves what became of images that are being saved. */
function listsOf(place: Place): readonly LoggedRequest[] {
  return place.requests.filter(({ kind, query }) => kind === 'list' && !query.has('changes-since'));
}

function soon(condition: () => boolean, milliseconds: number): Promise<boolean> {
  return until(condition, 'it', milliseconds).catch(() => false);
}
