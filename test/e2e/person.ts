import { documentedTenantId, documentedToken, type Server } from '../server/index';
import type { QuickInput } from './workbench/quickInput';
import type { Workbench } from './workbench/workbench';

/** The documentation's curl command, as it looks for this server and tenant. */
export function curlCommand(api: Server, tenantId: string, token: string): string {
  return [
    'curl -i -X GET',
    '-H "Accept: application/json"',
    `-H "X-Auth-Token: ${token}"`,
    `${api.endpoint(tenantId)}/images/detail`,
  ].join(' \\ ');
}

/** Signs in by pasting the documentation's command and pressing Enter. */
export async function signInByPaste(
  workbench: Workbench,
  api: Server,
  tenantId: string = documentedTenantId,
  token: string = documentedToken,
): Promise<void> {
  await workbench.openView();
  await workbench.runCommand('ConoHa Images: Sign In…');
  const input = await workbench.quickInput.asking(/curl command/);
  await input.type(curlCommand(api, tenantId, token));
  await input.accept();
}

/** Signs in to a further account, and goes on once its row has the focus: what was open until then would close. */
export async function signInBeside(
  workbench: Workbench,
  api: Server,
  tenantId: string,
  token: string,
): Promise<void> {
  await signInByPaste(workbench, api, tenantId, token);
  await workbench.view.untilRows(
    (rows) =>
      rows.some(({ level, selected, description }) => level === 1 && selected && description === 'active'),
    'the row of the new account',
  );
}

/** Chooses a condition of the filter, types its value, and is done. */
export async function filterBy(workbench: Workbench, condition: string, value: string): Promise<void> {
  const input = await askCondition(workbench, condition);
  await input.type(value);
  await input.accept();
  await closeFilter(input);
}

/** Opens the filter and chooses one of its conditions. */
export async function askCondition(workbench: Workbench, condition: string): Promise<QuickInput> {
  await workbench.runCommand('ConoHa Images: Filter…');
  const input = await workbench.quickInput.asking('Filter images');
  await pickCondition(input, condition);
  return input.asking(condition.replace(/…$/, ''));
}

/** Chooses a condition in the filter's box, where it is offered at first or further on. */
export async function pickCondition(input: QuickInput, condition: string): Promise<void> {
  const items = await input.untilItems((all) =>
    all.some(({ label }) => [condition, 'More…'].includes(label)),
  );
  if (!items.some(({ label }) => label === condition)) {
    await input.pick('More…');
    await input.asking('More conditions');
  }
  await input.pick(condition);
}

/** Leaves the filter's box once it shows what was chosen. */
export async function closeFilter(input: QuickInput): Promise<void> {
  await input.asking('Edit or add conditions');
  await input.cancel();
  await input.untilClosed();
}

/** How many lists of images the server was asked for. */
export function listRequests(api: Server): number {
  return api.requests.filter(({ kind }) => kind === 'list').length;
}

/** Those of them that the person caused: images that are being saved are looked after by asking for what has changed. */
export function listsAskedFor(api: Server): number {
  const asksForChanges = (query: URLSearchParams) => query.has('changes-since') || query.has('updated_at');
  return api.requests.filter(({ kind, query }) => kind === 'list' && !asksForChanges(query)).length;
}
