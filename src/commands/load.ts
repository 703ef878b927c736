import { env, window } from 'vscode';
import { formatCount, formatSeconds } from '../base/format';
import type { Catalog } from '../catalog/catalog';
import { foreignWords } from '../text/foreignText';
import { loadTexts } from '../text/loadTexts';
import type { CommandContext } from './context';
import { refreshInView } from './refreshInView';
import { requestSession } from './request';

/** So many images ask for a second thought before more are loaded. */
const ASK_EVERY = 20_000;

/**
 * Lists again as far as was loaded.
 * @param row id of a row, or of an account
 * @throws {ApiError} or {Canceled}, as do the others here
 */
export async function refresh(context: CommandContext, row?: unknown): Promise<void> {
  const session = await requestSession(context, row);
  if (session !== undefined) await refreshInView(context, session);
}

/** Loads the next page. @param row as for `refresh` */
export async function loadMore(context: CommandContext, row?: unknown): Promise<void> {
  const session = await requestSession(context, row);
  if (session === undefined) return;
  const { accountId, account, images } = session;
  await images.restore();
  const { catalog } = images;
  if (catalog.started && !catalog.hasMore) {
    window.setStatusBarMessage(noMoreWords(catalog), 4000);
    return;
  }
  // While every page is loaded the next one is among them, and the notification for that is there.
  const kind = catalog.activity === 'loadAll' ? 'loadAll' : 'loadMore';
  await context.progress.inView(
    `${accountId} ${kind}`,
    loadTexts.more(foreignWords(account.label)),
    (signal) => images.loadMore(signal),
  );
}

/** Loads every page, asking after each `ASK_EVERY` images whether to go on. @param row as for `refresh` */
export async function loadAll(context: CommandContext, row?: unknown): Promise<void> {
  const session = await requestSession(context, row);
  if (session === undefined) return;
  const { accountId, account, images } = session;
  await context.progress.inNotification(
    `${accountId} loadAll`,
    loadTexts.all(foreignWords(account.label)),
    (signal, progress) =>
      images.loadAll({
        signal,
        askEvery: ASK_EVERY,
        goOn: askToGoOn,
        onProgress: (loaded, pause) => progress.report({ message: progressText(loaded, pause) }),
      }),
  );
}

/** Said where the server has no more images, or none that it gives. */
function noMoreWords({ images, query, isComplete }: Catalog): string {
  if (!isComplete) return loadTexts.incomplete();
  if (Object.keys(query).length > 0) return loadTexts.allOfFilter();
  return images.length === 1 ? loadTexts.onlyOne() : loadTexts.allLoaded(formatCount(images.length));
}

function progressText(loaded: number, pause: number | undefined): string {
  const count = formatCount(loaded);
  return pause === undefined
    ? loadTexts.loaded(count)
    : loadTexts.waiting(count, formatSeconds(pause, env.language));
}

async function askToGoOn(loaded: number): Promise<boolean> {
  const goOn = loadTexts.goOn();
  // Loading waits for the answer: a notification would hide by itself and leave it waiting.
  const answer = await window.showWarningMessage(
    loadTexts.askToGoOn(formatCount(loaded)),
    { modal: true, detail: loadTexts.askDetail() },
    { title: goOn },
    { title: loadTexts.stop(), isCloseAffordance: true },
  );
  return answer?.title === goOn;
}
