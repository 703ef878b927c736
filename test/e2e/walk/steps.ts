import type { Criterion } from '../../../src/catalog/filter/criterion';
import type { Grouping } from '../../../src/catalog/grouping';
import type { Sorting } from '../../../src/catalog/sorting';
import type { CommandName } from './commandName';

/** One of the three places where an account can be signed in to. */
export type PlaceNumber = 0 | 1 | 2;

/** Which of several, as a share of them: 0 is the first, just below 1 the last. However many there are, it means one. */
export type Share = number;

/** How a command is run: by the palette's name for it, or by its key. */
export type Via = 'palette' | 'key';

/** What a server does to the next requests for a list. */
export type Misdeed =
  | 'slow'
  | 'passing401'
  | 'lasting401'
  | 'tooMany'
  | 'broken'
  | 'cut'
  | 'disconnect'
  | 'redirect'
  | 'wrongLinks';

/** How the documentation's command is pasted: as it is, or with other addresses in it that are not the server's. */
export type Pasted = 'plain' | 'proxied' | 'referred';

/**
 * One step of a walk, as data: it means something whatever was done before, so that any part of a walk is a walk. A step
 * that is not possible does nothing.
 */
export type Step =
  | {
      readonly do: 'signIn';
      readonly place: PlaceNumber;
      readonly pasted: Pasted;
    }
  | { readonly do: 'updateToken' | 'signOut' | 'removeAccount' | 'showAccount'; readonly which: Share }
  | { readonly do: 'switchAccount'; readonly which: Share }
  | { readonly do: 'renameAccount'; readonly which: Share; readonly name: string }
  | { readonly do: 'refresh' | 'loadMore' | 'loadAll'; readonly via: Via }
  | {
      readonly do: 'run';
      readonly command: Extract<CommandName, 'groupByStatus' | 'groupByApp' | 'clearFilter'>;
      readonly via: Via;
    }
  | { readonly do: 'openListJson' | 'showLog' | 'openJson'; readonly via: Via }
  | { readonly do: 'groupBy'; readonly grouping: Grouping | 'fold' }
  | { readonly do: 'sortBy'; readonly sorting: Sorting }
  | { readonly do: 'filter'; readonly criterion: Criterion }
  /** By the whole name of an image that the server has. */
  | { readonly do: 'filterByName'; readonly image: Share }
  | { readonly do: 'findImage'; readonly text: string }
  | { readonly do: 'copyId' | 'copyName' }
  | { readonly do: 'click'; readonly row: Share; readonly extending: boolean }
  | { readonly do: 'toggle'; readonly row: Share }
  | { readonly do: 'hide' | 'show' | 'blur' | 'focus' | 'reload' | 'tidy' }
  /** Has something asked for that the server does not answer, and presses Cancel. */
  | { readonly do: 'cancel'; readonly command: 'refresh' | 'loadMore' | 'loadAll' }
  | {
      readonly do: 'change';
      readonly place: PlaceNumber;
      readonly change: 'add' | 'addQueued' | 'rename' | 'remove' | 'advance' | 'fail';
      readonly image: Share;
      readonly name: string;
      /** Of an image that is added. */
      readonly id: string;
    }
  | { readonly do: 'misbehave'; readonly place: PlaceNumber; readonly misdeed: Misdeed }
  /** The servers answer nothing until `release`. */
  | { readonly do: 'hang' | 'release' | 'calm' };
