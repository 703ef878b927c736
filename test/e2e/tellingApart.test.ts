import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import {
  generatedTenantId,
  generatedToken,
  startServer,
  vendorCatalogue,
  type Server,
} from '../server/index';
import { describeInNewest } from './newest';
import { signInByPaste } from './person';
import { expandGroups } from './rows/expandGroups';
import { imageRows, isSpokenOf } from './rows/imageRows';
import { readability, type Readability } from './rows/readability';
import { readShownRows } from './rows/shownRow';
import { Workbench } from './workbench/workbench';

/** Shares of all rows; `identical` is a number of neighbours. Every list is held to the first, the default one to all three. */
const LIMITS = { identical: 0, labelsWhole: 0.95, diskReadable: 0.85 };

/** CSS pixels, as the side bar is for whoever has not moved its edge. */
const SIDE_BAR = 300;
const FONT = { family: 'DejaVu Sans', size: '13px' };
/** What ten of its widest letters take at that size, by which it is told from one that stands in for it. */
const FONT_WIDTH = 126.6;

/** Settings of the whole measurement: neither grouping nor folding. */
const SETTINGS = { 'conohaImages.pageSize': 1000 };

/** As the box that asks for them has them; the default one is not the first, which would change nothing. */
const GROUPINGS = {
  status: /Status$/,
  app: /App$/,
  distribution: /Distribution$/,
  os: /Operating system$/,
  ownership: /Ownership$/,
  kind: /Kind$/,
  none: /No grouping$/,
} as const;
const FOLDING = /Combine disk sizes in one row$/;
const AUTOMATIC = /Automatic \(kind, else status\)$/;

describeInNewest('A person who looks for an image in a side bar of the usual width', () => {
  const catalogue = vendorCatalogue();
  const measured = new Map<string, Readability>();
  let api: Server;
  let workbench: Workbench;

  before(async () => {
    const images = catalogue.map(({ image }) => image);
    api = await startServer({ tenants: [{ id: generatedTenantId, token: generatedToken, images }] });
    workbench = await Workbench.open({
      viewport: { width: 1280, height: 1500 },
      settings: SETTINGS,
      rows: 'usual',
    });
    await workbench.page.addStyleTag({
      content: `.monaco-workbench { font-family: "${FONT.family}" !important; }`,
    });
    await signInByPaste(workbench, api, generatedTenantId, generatedToken);
    await workbench.view.untilRows((rows) => rows.length > 1);
  });
  after(async () => {
    console.log(table(measured));
    await workbench.close();
    await api.close();
  });

  /** What of the list is on the screen now. */
  async function look(): Promise<string> {
    return JSON.stringify(
      (await workbench.view.rows()).map(({ label, description, level }) => [label, description, level]),
    );
  }

  /** Chooses in the box of groupings, and waits until the list is another. */
  async function arrange(choice: RegExp): Promise<void> {
    const before = await look();
    await workbench.runCommand('ConoHa Images: Group By…');
    await (await workbench.quickInput.asking('Group images by')).pick(choice);
    await workbench.quickInput.untilClosed();
    await until(async () => (await look()) !== before, `the rows to change by ${choice.source}`);
    await settle();
  }

  /** Waits until the rows stay as they are, what is under the open ones with them. */
  async function settle(): Promise<void> {
    let before = '';
    let times = 0;
    await until(async () => {
      const rows = await workbench.view.rows();
      const now = JSON.stringify(rows);
      const isWhole = rows.every(
        ({ expanded, level }, at) => expanded !== true || (rows[at + 1]?.level ?? level + 1) > level,
      );
      times = isWhole && now === before ? times + 1 : 0;
      before = now;
      return times === 4;
    }, 'the rows to stay as they are');
  }

  async function measure(): Promise<Readability> {
    await settle();
    await expandGroups(workbench, (spoken) => !catalogue.some((one) => isSpokenOf(one, spoken)));
    await settle();
    // The pointer over a row brings up its buttons.
    const rows = await workbench.view.readAll(readShownRows);
    assert.ok(rows.every(({ font }) => font.startsWith(FONT.size) && font.includes(FONT.family)));
    return readability(imageRows(rows, catalogue));
  }

  it('has a side bar and a font that are the same everywhere', async () => {
    const box = await workbench.page.locator('.part.sidebar').boundingBox();
    assert.equal(box?.width, SIDE_BAR);
    const width = await workbench.page.evaluate(`(() => {
      const canvas = document.createElement('canvas').getContext('2d');
      canvas.font = '${FONT.size} "${FONT.family}"';
      return canvas.measureText('mmmmmmmmmm').width;
    })()`);
    assert.ok(
      Math.abs(Number(width) - FONT_WIDTH) < 0.5,
      `${FONT.family} is not installed (${String(width)})`,
    );
  });

  function tellsApart(title: string, ...choices: readonly RegExp[]): void {
    it(`tells neighbours apart ${title}`, async () => {
      for (const choice of choices) await arrange(choice);
      const found = await measure();
      measured.set(title, found);
      assert.equal(found.identical.length, LIMITS.identical, found.identical.join('\n'));
    });
  }

  tellsApart('by default');
  // Minutes, for whoever changes labels: of all groupings `rowLabels.test.ts` knows that no two labels are the same.
  if (process.env.MEASURE === 'all') {
    for (const [grouping, choice] of Object.entries(GROUPINGS)) tellsApart(`grouped by ${grouping}`, choice);
    tellsApart('with nothing folded and no groups', FOLDING);
    tellsApart('with nothing folded', AUTOMATIC);
  }

  it('reads labels, disk sizes, and what is not ready to use, as they stand there by default', () => {
    const found = measured.get('by default');
    assert.ok(found !== undefined);
    assert.ok(wholeLabels(found) >= LIMITS.labelsWhole, found.cut.join('\n'));
    assert.ok(readableDisks(found) >= LIMITS.diskReadable, found.unreadable.join('\n'));
    assert.equal(found.statusCut.length, 0, found.statusCut.join('\n'));
  });
});

function wholeLabels({ rows, cut }: Readability): number {
  return 1 - cut.length / rows;
}

function readableDisks({ withDisk, unreadable }: Readability): number {
  return 1 - unreadable.length / withDisk;
}

function table(measured: ReadonlyMap<string, Readability>): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const lines = [...measured].map(([title, found]) =>
    [
      title,
      found.rows,
      found.pairs,
      found.identical.length,
      percent(wholeLabels(found)),
      percent(readableDisks(found)),
    ].join(' | '),
  );
  return ['list | rows | pairs | identical | labels whole | disk readable', ...lines].join('\n');
}
