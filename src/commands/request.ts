import type { Session } from '../session/sessions';
import type { CommandContext } from './context';
import { targetSession } from './targets';

/** As `targetSession`, for what a person asks of the server: it is asked, whatever the server said before. */
export async function requestSession(context: CommandContext, row: unknown): Promise<Session | undefined> {
  const session = await targetSession(context, row);
  if (session !== undefined) context.accounts.askAgain(session.accountId);
  return session;
}
