import {
  removeAccount,
  renameAccount,
  showAccount,
  signIn,
  signOut,
  switchAccount,
  updateToken,
} from './accountSteps';
import { cancel, load } from './listSteps';
import { clickRow, copySelected, findImage, runPlainly, toggleRow } from './rowSteps';
import { until } from '../../hosts/until';
import { changeList } from './serverSteps';
import type { Step } from './steps';
import { filter, filterByName, groupBy, runOnList, sortBy } from './viewSteps';
import { NOTHING, type Expected, type Walk } from './walk';
import { keyOf } from './keys';

/** Does one step, as a person and the world around do it. @throws when the editor does not do its part */
export async function carryOut(walk: Walk, step: Step): Promise<Expected> {
  switch (step.do) {
    case 'signIn':
      return signIn(walk, step);
    case 'updateToken':
      return updateToken(walk, step.which);
    case 'signOut':
      return signOut(walk, step.which);
    case 'removeAccount':
      return removeAccount(walk, step.which);
    case 'showAccount':
      return showAccount(walk, step.which);
    case 'switchAccount':
      return switchAccount(walk, step.which);
    case 'renameAccount':
      return renameAccount(walk, step.which, step.name);
    case 'refresh':
    case 'loadMore':
    case 'loadAll':
      return load(walk, step.do, step.via);
    case 'cancel':
      return cancel(walk, step);
    case 'run':
      return runOnList(walk, step);
    case 'openListJson':
    case 'openJson':
    case 'showLog':
      return runPlainly(walk, step.do, step.via);
    case 'groupBy':
      return groupBy(walk, step.grouping);
    case 'sortBy':
      return sortBy(walk, step.sorting);
    case 'filter':
      return filter(walk, step.criterion);
    case 'filterByName':
      return filterByName(walk, step.image);
    case 'findImage':
      return findImage(walk, step.text);
    case 'copyId':
    case 'copyName':
      return copySelected(walk, step.do);
    case 'click':
      return clickRow(walk, step);
    case 'toggle':
      return toggleRow(walk, step.row);
    case 'hide':
    case 'show':
    case 'blur':
    case 'focus':
    case 'reload':
    case 'tidy':
      return changeWindow(walk, step.do);
    case 'change':
      changeList(walk.places, step);
      return NOTHING;
    case 'misbehave':
      walk.misdeeds.add(walk.places.all[step.place], step.misdeed);
      return NOTHING;
    case 'hang':
      walk.misdeeds.hang();
      return NOTHING;
    case 'release':
      walk.misdeeds.release();
      return NOTHING;
    case 'calm':
      walk.misdeeds.calm();
      return NOTHING;
  }
}

async function changeWindow(
  walk: Walk,
  change: 'hide' | 'show' | 'blur' | 'focus' | 'reload' | 'tidy',
): Promise<Expected> {
  const { workbench, person, editor } = walk;
  switch (change) {
    case 'hide':
      await workbench.openView('Explorer');
      person.looking = false;
      break;
    case 'show':
      await workbench.openView();
      person.looking = true;
      break;
    case 'blur':
    case 'focus':
      await workbench.setFocused(change === 'focus');
      break;
    case 'reload':
      await editor.reload(workbench);
      await workbench.openView();
      person.looking = true;
      break;
    case 'tidy':
      await workbench.press(keyOf('workbench.action.closeAllEditors'));
      await workbench.press(keyOf('workbench.action.closePanel'));
      await until(async () => (await workbench.editor.tabs()).length === 0, 'the documents to close');
  }
  return NOTHING;
}
