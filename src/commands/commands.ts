import { removeAccount, renameAccount, showAccount, signOut, switchAccount, updateToken } from './account';
import { ARRANGE_COMMANDS, groupBy, sortBy } from './arrange';
import type { Command } from './context';
import { COPY_COMMANDS } from './copy';
import { droppedEdits, pastedEdits } from './copyAs/placedEdits';
import { copyAs, insertAs } from './copyAs/writeAs';
import { addFavourite, removeFavourite } from './favourites';
import { clearFilter, filter } from './filter/filter';
import { onlyThis } from './filter/onlyThis';
import { copyFound, findImage } from './find/findImage';
import { loadAll, loadMore, refresh } from './load';
import { openJson, openListJson } from './openJson';
import { CommandProgress } from './progress';
import { signIn } from './signIn/signIn';
import { switchService } from './switchService';

/**
 * What is done for each command of the manifest, by its name behind `conohaImages.`. Loaded with the first one that is
 * carried out: starting the extension does not wait for them.
 */
export const COMMANDS = {
  signIn,
  addAccount: (context) => signIn(context),
  signOut,
  switchAccount,
  renameAccount,
  removeAccount,
  updateToken,
  switchService,
  showAccount,
  refresh,
  loadMore,
  loadAll,
  ...ARRANGE_COMMANDS,
  groupBy,
  sortBy,
  filter,
  editFilter: filter,
  clearFilter,
  filterByApp: onlyThis('app'),
  filterByDistribution: onlyThis('distribution'),
  filterByKind: onlyThis('kind'),
  findImage,
  copyFound,
  addFavourite,
  removeFavourite,
  ...COPY_COMMANDS,
  copyAs,
  insertAs,
  openJson,
  openListJson,
  showLog: ({ log }) => log.show(),
} satisfies Readonly<Record<string, Command>>;

/** What is made of images that are dropped into files, and of pasted ids. */
export const EDITS = { dropped: droppedEdits, pasted: pastedEdits };

/** What all commands of a window show their progress by. */
export const newProgress = (): CommandProgress => new CommandProgress();
