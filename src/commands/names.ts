/** What the commands are called, behind `conohaImages.`. */
export const COMMAND_NAMES = [
  'signIn',
  'signOut',
  'switchAccount',
  'renameAccount',
  'removeAccount',
  'updateToken',
  'showAccount',
  'refresh',
  'loadMore',
  'loadAll',
  'groupByStatus',
  'groupByApp',
  'groupBy',
  'sortBy',
  'filter',
  'clearFilter',
  'findImage',
  'copyId',
  'copyName',
  'openJson',
  'openListJson',
  'showLog',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
