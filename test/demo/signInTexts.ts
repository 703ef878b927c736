import { vps3Region, type Server } from '../server/index';

/** A demo account, and the command that the API's documentation would show for it. */
export interface DemoAccount {
  readonly what: string;
  readonly curl: string;
}

/** Every tenant of a simulated API, the way its owner would sign in to it. */
export function demoAccounts(api: Server): DemoAccount[] {
  return api.tenants.map(({ id, token, endpoint, imageEndpoint, regions }) => {
    const is3 = regions.includes(vps3Region);
    const address = is3 ? `${imageEndpoint}/images` : `${endpoint}/images/detail`;
    return {
      what: `VPS ${is3 ? '3.0' : '2.0'}, ${api.images(id).list().length} images`,
      curl: `curl -i -X GET -H "Accept: application/json" -H "X-Auth-Token: ${token}" ${address}`,
    };
  });
}

/** What the window shows first. */
export function readme(accounts: readonly DemoAccount[]): string {
  return `# ConoHa Images, a demo

The accounts here live on this machine, in a simulated ConoHa API. To sign in to one of them:

1. copy its line below,
2. press **Sign In** in the side bar on the left,
3. paste it, and press Enter in every step.

${accounts.map(({ what, curl }) => `**${what}**:\n\n\`\`\`sh\n${curl}\n\`\`\`\n`).join('\n')}
Then put the ID of an image into \`main.tf\` or \`playbook.yml\`.
`;
}
