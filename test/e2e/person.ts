import { documentedTenantId, documentedToken, type Server } from '../server/index';
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

/** Chooses a criterion of the filter and types its value. */
export async function filterBy(workbench: Workbench, criterion: string, value: string): Promise<void> {
  await workbench.runCommand('ConoHa Images: Filter…');
  await (await workbench.quickInput.asking('Filter images')).choose(criterion);
  const input = await workbench.quickInput.asking(criterion.replace(/…$/, ''));
  await input.type(value);
  await input.accept();
  await workbench.quickInput.untilClosed();
}

/** How many lists of images the server was asked for. */
export function listRequests(api: Server): number {
  return api.requests.filter(({ kind }) => kind === 'list').length;
}

/** Those of them that the person caused: images that are being saved are looked after by asking for what has changed. */
export function listsAskedFor(api: Server): number {
  return api.requests.filter(({ kind, query }) => kind === 'list' && !query.has('changes-since')).length;
}
