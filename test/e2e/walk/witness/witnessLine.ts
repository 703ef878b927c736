import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { until } from '../../../hosts/until';
import type { Answer, Request } from './messages';

const START_MS = 60_000;
const ANSWER_MS = 30_000;

/** The line to the witness in a window's extension host. It is up again by itself after the window was reloaded. */
export class WitnessLine {
  readonly #server: Server;
  #socket: Socket | undefined;
  #answers: Answer[] = [];
  #marks = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => this.#take(socket));
  }

  static async listen(): Promise<WitnessLine> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new WitnessLine(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** How often the witness's command was run since the line is up. */
  get marks(): number {
    return this.#marks;
  }

  /** No answer of an extension host that is about to end is waited for. */
  hangUp(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  async untilUp(): Promise<void> {
    await until(() => this.#socket !== undefined, 'the witness in the extension host', START_MS);
  }

  /** @throws when the witness failed, with its words */
  async ask<Done extends Request['do']>(
    request: Extract<Request, { do: Done }>,
  ): Promise<Extract<Answer, { done: Done }>> {
    this.#answers = [];
    this.#socket?.write(`${JSON.stringify(request)}\n`);
    const answer = await until(() => this.#answers[0], `the witness to answer ${request.do}`, ANSWER_MS);
    if (answer.done === request.do) return answer as Extract<Answer, { done: Done }>;
    throw new Error(answer.done === 'failed' ? answer.error : `The witness said ${answer.done}.`);
  }

  close(): void {
    this.hangUp();
    this.#server.close();
  }

  #take(socket: Socket): void {
    this.#socket = socket;
    this.#marks = 0;
    socket.on('error', () => socket.destroy());
    createInterface({ input: socket }).on('line', (line) => {
      if (this.#socket !== socket) return;
      const answer = JSON.parse(line) as Answer;
      if (answer.done === 'mark') this.#marks++;
      else this.#answers.push(answer);
    });
  }
}
