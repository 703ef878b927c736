import { parseArgs } from 'node:util';
import {
  demoUser,
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  vps3Region,
  vps3Tenant,
  type Fault,
  type LoggedRequest,
  type Server,
} from './index';
import { saveFurther } from './savingImages';

const help = `Usage: node out/test/server/cli.js [options]

Serves a simulated ConoHa: Compute, Image v2 and Identity on 127.0.0.1 until it is interrupted.

  --port <number>            port to listen on; 0, the default, takes a free one
  --images <count>           images of the generated tenant (220)
  --seed <text>              another catalogue of the same kind
  --token-lifetime <seconds> lifetime of tokens from the identity service (86400)
  --saving <seconds>         every so often an image being saved takes a step, or a new one appears
  --delay <milliseconds>     answer every request that much later
  --fault <json>             misbehave; may be repeated. Examples:
                               '{"do":"status","status":429,"retryAfter":5,"nth":2,"times":1}'
                               '{"do":"capLimit","limit":50}'
                               '{"do":"hang","on":"image"}'
                             test/server/faults.ts lists them all
  --quiet                    do not print requests
  --help                     print this text
`;

const options = {
  port: { type: 'string', default: '0' },
  images: { type: 'string', default: '220' },
  seed: { type: 'string' },
  'token-lifetime': { type: 'string', default: '86400' },
  saving: { type: 'string' },
  delay: { type: 'string' },
  fault: { type: 'string', multiple: true, default: [] as string[] },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) process.stdout.write(help);
  else await serve(values);
}

async function serve(values: Values): Promise<void> {
  const api = await startServer({
    port: wholeNumber('port', values.port),
    tokenLifetimeSeconds: wholeNumber('token-lifetime', values['token-lifetime']),
    newest: new Date(),
    tenants: [
      { id: documentedTenantId, token: documentedToken, images: 'documented' },
      {
        id: generatedTenantId,
        token: generatedToken,
        images: wholeNumber('images', values.images),
        seed: values.seed,
      },
      vps3Tenant,
    ],
    regions: ['tyo1', 'tyo2', vps3Region],
    onDone: values.quiet ? undefined : printRequest,
  });
  if (values.delay !== undefined) {
    api.faults.add({ do: 'delay', millis: wholeNumber('delay', values.delay), on: 'any' });
  }
  for (const text of values.fault) api.faults.add(JSON.parse(text) as Fault);
  const saving =
    values.saving === undefined
      ? undefined
      : setInterval(
          () => saveFurther(api.images(generatedTenantId)),
          wholeNumber('saving', values.saving) * 1000,
        );
  process.stdout.write(greeting(api));
  const stop = () => {
    clearInterval(saving);
    void api.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function greeting(api: Server): string {
  const tenants = api.tenants.map(({ id, name, token, endpoint, imageEndpoint, regions }) => {
    const is3 = regions.includes(vps3Region);
    const address = is3 ? `${imageEndpoint}/images` : `${endpoint}/images/detail`;
    return (
      `Tenant ${name} (${id}), ${api.images(id).list().length} images${is3 ? ', VPS 3.0' : ''}\n` +
      `curl -i -H "Accept: application/json" -H "X-Auth-Token: ${token}" "${address}?limit=2"\n`
    );
  });
  const { name, password } = demoUser;
  const auth = { auth: { passwordCredentials: { username: name, password }, tenantId: generatedTenantId } };
  return [
    `The simulated API listens on ${api.origin}\n`,
    ...tenants,
    `User ${name}, password ${password}\n` +
      `curl -i -H "Content-Type: application/json" -d '${JSON.stringify(auth)}' ${api.origin}/v2.0/tokens\n`,
    'Press Ctrl+C to stop.\n',
  ].join('\n');
}

function printRequest({ method, url, status, rows, millis, outcome }: LoggedRequest): void {
  const what = outcome === 'answered' ? String(status) : outcome;
  const size = rows === undefined ? '' : `, ${rows} images`;
  process.stdout.write(`${method} ${url}: ${what}${size}, ${Math.round(millis ?? 0)} ms\n`);
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${option} takes a whole number, not ${text}`);
  return Number(text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
