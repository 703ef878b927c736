import assert from 'node:assert/strict';
import { describeInNewest } from './newest';
import { planSteps } from './walk/plan';
import { takeWalk } from './walk/takeWalk';
import { tell } from './walk/tell';
import { WalkEditor } from './walk/walkEditor';
import { sharedSession } from './workbench/session';

const SEED = process.env.WALK_SEED ?? 'first';
const STEPS = Number(process.env.WALK_STEPS ?? 20);

describeInNewest('Somebody who does anything at all, with servers that misbehave', () => {
  let editor: WalkEditor;
  before(async () => {
    editor = await WalkEditor.start(sharedSession().vscode);
  });
  after(async () => {
    await editor.stop();
  });

  it(`sees after each of ${STEPS} steps what is there, and no token`, async function () {
    this.timeout(0);
    const steps = planSteps(SEED, STEPS);
    const broken = await takeWalk(editor, { seed: SEED, steps });
    assert.ok(broken === undefined, broken && tell(SEED, steps, broken));
  });
});
