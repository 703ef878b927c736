import type { CommandName } from './commandName';
import { until } from '../../hosts/until';
import { containing } from '../workbench/patterns';
import type { KnownAccount } from './person';
import type { Place } from './places';
import type { Pasted, Share, Step } from './steps';
import { NOTHING, type Expected, type Walk } from './walk';

/** How long a question may take to come, or a token to be proved, while nothing stands in the way. */
const ANSWER_MS = 8000;

export async function signIn(walk: Walk, step: Extract<Step, { do: 'signIn' }>): Promise<Expected> {
  const { workbench, person, places, misdeeds } = walk;
  const place = places.all[step.place];
  if (misdeeds.hanging) return NOTHING;
  await walk.run('signIn');
  const input = await workbench.quickInput.asking(/curl command/);
  await input.type(pastedCommand(place, step.pasted, places.decoy.origin));
  await input.accept();
  // Proved and done, or the token stands in a box of its own, with the reason.
  const isSignedIn = await until(
    async () => {
      const present = await input.present();
      if (present === undefined) return { yes: true };
      return present.invalid && { yes: false };
    },
    'the token to be proved',
    ANSWER_MS,
  );
  if (!isSignedIn.yes) return NOTHING;
  await walk.untilBegun();
  person.signedInTo(place);
  person.looking = true;
  return NOTHING;
}

/** The documentation's command, and what people's own commands have in it beside that. */
function pastedCommand(place: Place, pasted: Pasted, decoy: string): string {
  const besides = { plain: '', proxied: `-x ${decoy} `, referred: `-e ${decoy}/page ` }[pasted];
  return `curl -i ${besides}-H "X-Auth-Token: ${place.token}" ${place.base}/images/detail`;
}

export async function switchAccount(walk: Walk, share: Share): Promise<Expected> {
  const { person } = walk;
  const account = person.which(share);
  if (account === undefined) return NOTHING;
  await walk.choose('switchAccount', 'Select an account to switch to', containing(account.label));
  await walk.untilBegun();
  person.active = account;
  person.looking = true;
  return NOTHING;
}

export async function renameAccount(walk: Walk, share: Share, name: string): Promise<Expected> {
  const account = walk.person.which(share);
  if (account === undefined) return NOTHING;
  await runFor(walk, 'renameAccount', 'Select an account to rename', account);
  const input = await walk.workbench.quickInput.asking('Account name');
  await input.type(name);
  await input.accept();
  await input.untilClosed();
  account.label = name;
  return NOTHING;
}

export async function signOut(walk: Walk, share: Share): Promise<Expected> {
  const account = walk.person.which(share);
  if (account === undefined) return NOTHING;
  if (walk.person.accounts.length > 1)
    await walk.choose('signOut', 'Select an account to sign out of', containing(account.label));
  else await walk.press('signOut');
  await walk.workbench.dialog.press('Sign Out');
  account.signedIn = false;
  return NOTHING;
}

export async function removeAccount(walk: Walk, share: Share): Promise<Expected> {
  const account = walk.person.which(share);
  if (account === undefined) return NOTHING;
  if (walk.person.accounts.length > 1)
    await walk.choose('removeAccount', 'Select an account to remove', containing(account.label));
  else await walk.press('removeAccount');
  await walk.workbench.dialog.press('Remove');
  walk.person.removed(account);
  return NOTHING;
}

export async function updateToken(walk: Walk, share: Share): Promise<Expected> {
  const account = walk.person.which(share);
  if (account === undefined || walk.misdeeds.hanging) return NOTHING;
  await runFor(walk, 'updateToken', 'Select the account whose token to update', account);
  const input = await walk.workbench.quickInput.asking('Token');
  await input.type(account.place.issueToken());
  await input.accept();
  const done = await until(
    async () => {
      const present = await input.present();
      return present === undefined ? 'closed' : present.invalid && 'refused';
    },
    'the new token to be proved',
    ANSWER_MS,
  );
  if (done === 'closed') account.signedIn = true;
  return NOTHING;
}

export async function showAccount(walk: Walk, share: Share): Promise<Expected> {
  const account = walk.person.which(share);
  if (account === undefined) return NOTHING;
  await runFor(walk, 'showAccount', 'Select an account to show', account);
  const input = await walk.workbench.quickInput.asking('About this account');
  const items = await input.untilItems((all) => all.length > 2);
  const words = items.map(({ label, description }) => `${label} ${description}`).join('\n');
  const shown = account.place.issued.some((token) => words.includes(token));
  return shown ? { broken: 'The token stands in the words about its account.' } : NOTHING;
}

/** Which account is meant is asked where there are several. */
async function runFor(
  walk: Walk,
  command: CommandName,
  question: string,
  { label }: KnownAccount,
): Promise<void> {
  if (walk.person.accounts.length > 1) await walk.choose(command, question, containing(label));
  else await walk.run(command);
}
