import { l10n } from 'vscode';
import type { Account } from '../../auth/account';
import type { Accounts } from '../../auth/accounts';
import { plainLabel } from '../../text/plainLabel';
import { askValue, type ValueItem } from '../ask';
import { taken, type Step } from './steps';

/** Where a new account goes. */
export interface Placed {
  /** The proved address before `/images`. */
  readonly base?: string;
  /** The account that goes when this one comes. */
  readonly replaces?: string;
}

interface Question {
  readonly placeholder: string;
  readonly items: readonly ValueItem[];
}

/** Asks what becomes of an account that is there already: the same one is updated, another one stays or goes. */
export function placeStep<S extends Placed>(accounts: Accounts, title: string): Step<S> {
  return {
    needed: ({ base }) => base !== undefined && questionFor(accounts, base) !== undefined,
    ask: async (known, position) => {
      const question = questionFor(accounts, known.base ?? '');
      if (question === undefined) return known;
      const answer = await askValue({ ...position, ...question, title });
      return taken(answer, (text) => ({ ...known, replaces: accounts.get(text)?.id }));
    },
  };
}

function questionFor(accounts: Accounts, base: string): Question | undefined {
  const known = accounts.known(base);
  if (known !== undefined) return known.signedIn ? updateQuestion(known) : undefined;
  const [only, ...others] = accounts.all;
  return only === undefined || others.length > 0 ? undefined : secondQuestion(only);
}

function updateQuestion({ label, base }: Account): Question {
  return {
    placeholder: l10n.t('This account is there already'),
    items: [
      { label: l10n.t('Update “{0}”', plainLabel(label)), description: plainLabel(base), value: 'update' },
    ],
  };
}

function secondQuestion({ label, base, id }: Account): Question {
  const description = plainLabel(base);
  return {
    placeholder: l10n.t('Another account is there already'),
    items: [
      { label: l10n.t('Add it beside “{0}”', plainLabel(label)), description, value: 'beside' },
      { label: l10n.t('Replace “{0}”', plainLabel(label)), description, value: id },
    ],
  };
}
