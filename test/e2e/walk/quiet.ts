import { until } from '../../hosts/until';
import { keyOf } from './keys';
import type { Walk } from './walk';

/** Longer than the longest that a server asks to wait for, several times over. */
const FOR_EVER_MS = 25_000;
const PROGRESS = /^(Refreshing|Loading)/;

/**
 * Waits until nothing is under way: no request, no progress bar, no question. While the servers hang, their requests
 * are.
 * @returns what would not end, if something did not
 */
export async function untilQuiet(walk: Walk): Promise<string | undefined> {
  const { misdeeds } = walk;
  let last = '';
  await walk.giveUp();
  const ended = await until(
    async () => {
      await walk.giveUp();
      last = misdeeds.hanging ? '' : await underWay(walk);
      return last === '';
    },
    'the end of what is under way',
    FOR_EVER_MS,
  ).catch(() => false);
  if (!ended) return last;
  return undefined;
}

async function underWay({ workbench, places, person }: Walk): Promise<string> {
  const pending = places.servers.flatMap(({ requests }) =>
    requests.filter(({ outcome }) => outcome === 'pending'),
  );
  if (pending.length > 0) return `${pending.length} requests are under way.`;
  if (person.looking && (await workbench.view.isLoading())) return 'The view’s progress bar runs.';
  const loading = person.looking
    ? (await workbench.view.rows()).find(({ icon }) => icon === 'loading')
    : undefined;
  if (loading !== undefined) return `A row says “${loading.label}”.`;
  const progress = (await workbench.notifications.messages()).find((text) => PROGRESS.test(text));
  return progress === undefined ? '' : `A message says “${progress}”.`;
}

/** What neither a message nor a row must say: it is a fault that was not foreseen. */
export const INTERNAL =
  /\n\s*at |Unexpected error|Cannot (read|set|resolve)|is not (a function|iterable|defined)|undefined|\[object |already registered|TreeError|UriError|Maximum call stack|Invalid string length/;

/** Reads the messages that stand there and puts them away. @returns the first that must not be said */
export async function readMessages({ workbench }: Walk): Promise<string | undefined> {
  const messages = await workbench.notifications.messages();
  if (messages.length > 0) await workbench.press(keyOf('notifications.clearAll'));
  return messages.find((message) => INTERNAL.test(message));
}
