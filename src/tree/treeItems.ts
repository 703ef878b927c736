import type { Image } from '../api/images/image';
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { asksForToken, wasNotAsked } from '../api/apiError';
import { formatCount } from '../base/format';
import type { ErrorText } from '../text/describeError';
import { briefFailure } from '../text/briefFailure';
import { describeGroup } from '../text/describeGroup';
import { paragraph } from '../text/paragraph';
import { rowDetailsText, rowLabelText, rowSpoken } from '../text/describeRow';
import { imagesText, infoText, loadMoreText } from '../text/treeTexts';
import { disksOf } from './listRows';
import { groupIcon, imageIcon } from './rowIcon';
import type { AccountRow, ErrorRow, GroupRow, ImageRow, InfoRow, LoadMoreRow, ShownLabel } from './rows';

/** @param document what a click opens; said with the row, for a click is lost on a row that has to be asked for it */
export function imageItem({ id, image, label, look, isFavourite }: ImageRow, document: Uri): TreeItem {
  const row = { image, disks: disksOf([image]), label };
  const item = new TreeItem(label.narrow ?? rowLabelText(row), TreeItemCollapsibleState.None);
  item.id = id;
  item.description = rowDetailsText(row, look.details, isFavourite);
  item.iconPath = imageIcon(image, look);
  item.contextValue = isFavourite ? 'image.favourite' : 'image';
  item.command = { command: 'vscode.open', title: '', arguments: [document] };
  item.accessibilityInformation = { label: rowSpoken(row, isFavourite) };
  return item;
}

/** A group, with the number of its images. @param expanded how it stands at first */
export function groupItem({ id, group, grouping, mayHaveMore, look }: GroupRow, expanded: boolean): TreeItem {
  const label = describeGroup(group, grouping);
  const count = `${formatCount(group.images.length)}${mayHaveMore ? '+' : ''}`;
  const item = new TreeItem(label, stateOf(expanded));
  item.id = id;
  item.description = count;
  item.iconPath = groupIcon(group, grouping, look);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: imagesText(label, count),
  };
  return item;
}

/** One image in several disk sizes: it looks like an image, with all of its sizes. */
export function variantsItem({ id, group, look }: GroupRow, label: ShownLabel, expanded: boolean): TreeItem {
  const { images } = group;
  const [image] = images as readonly [Image, ...Image[]];
  const row = { image, disks: disksOf(images), label, name: group.value };
  const item = new TreeItem(label.narrow ?? rowLabelText(row), stateOf(expanded));
  item.id = id;
  item.contextValue = 'group.sizes';
  item.description = rowDetailsText(row, look.details);
  item.iconPath = imageIcon(row.image, look);
  item.accessibilityInformation = { label: rowSpoken(row) };
  return item;
}

function stateOf(expanded: boolean): TreeItemCollapsibleState {
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** An account, where there are several. */
export function accountItem({ id, label, description, signedIn, filtered }: AccountRow): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = description;
  item.iconPath = new ThemeIcon(signedIn ? 'cloud' : 'account');
  item.contextValue = filtered ? 'account.filtered' : 'account';
  return item;
}

/** The last row of a list of which the server has more: a click loads the next page. */
export function loadMoreItem({ id, accountId, loaded, loading }: LoadMoreRow): TreeItem {
  const count = formatCount(loaded);
  const item = new TreeItem(loadMoreText(count, loading));
  item.id = id;
  item.iconPath = new ThemeIcon(loading ? 'loading~spin' : 'chevron-down');
  item.contextValue = 'loadMore';
  item.command = { command: 'conohaImages.loadMore', title: '', arguments: [accountId] };
  return item;
}

/** What failed, with the details in its tooltip; a click does what helps. */
export function errorItem(
  { id, accountId, error }: ErrorRow,
  { message, action, details }: ErrorText,
): TreeItem {
  const unauthorized = asksForToken(error);
  const brief = briefFailure(error);
  const item = new TreeItem(brief ?? message);
  item.id = id;
  item.description = action;
  item.accessibilityInformation = { label: paragraph([message, action]) };
  item.tooltip = [message, action, details].filter((part) => part !== '').join('\n');
  item.iconPath = new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
  item.contextValue = unauthorized ? 'error.unauthorized' : 'error';
  item.command = {
    command: unauthorized && !wasNotAsked(error) ? 'conohaImages.updateToken' : 'conohaImages.refresh',
    title: '',
    arguments: [accountId],
  };
  return item;
}

/** Why there is nothing, with what helps as its click where something does. */
export function infoItem({ id, accountId, info }: InfoRow): TreeItem {
  const label = infoText(info);
  const { icon, command } = infoLook(info);
  const item = new TreeItem(label);
  item.id = id;
  item.iconPath = icon;
  item.contextValue = 'info';
  item.tooltip = label;
  if (command !== undefined) item.command = { command, title: '', arguments: [accountId] };
  return item;
}

function infoLook(info: InfoRow['info']): { icon: ThemeIcon; command?: string } {
  switch (info) {
    case 'signedOut':
      return {
        icon: new ThemeIcon('sign-in'),
        command: 'conohaImages.updateToken',
      };
    case 'loading':
      return { icon: new ThemeIcon('loading~spin') };
    case 'empty':
      return { icon: new ThemeIcon('info') };
    case 'noMatch':
      return {
        icon: new ThemeIcon('filter'),
        command: 'conohaImages.clearFilter',
      };
    case 'filterFails':
      return {
        icon: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
        command: 'conohaImages.clearFilter',
      };
    case 'incomplete':
      return {
        icon: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
        command: 'conohaImages.refresh',
      };
  }
}
