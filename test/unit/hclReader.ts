import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { ROOT } from '../hosts/root';

/** A block with its arguments, or what stands outside of any. */
export interface HclBody {
  /** `resource`, its type and its name; empty outside of blocks. */
  readonly labels: readonly string[];
  /** Each in the order of the text: a name may stand there several times where it is none of a block. */
  readonly values: readonly (readonly [name: string, value: string])[];
}

/** A text of HCL. */
export interface Hcl {
  /** What stands outside of blocks, and each block. */
  readonly bodies: readonly HclBody[];
  readonly comments: readonly string[];
}

/** What tree-sitter's grammar of HCL reads. */
export class HclReader {
  private constructor(private readonly parser: Parser) {}

  static async load(): Promise<HclReader> {
    await Parser.init();
    const wasm = ['node_modules', '@tree-sitter-grammars', 'tree-sitter-hcl', 'tree-sitter-hcl.wasm'];
    const parser = new Parser();
    parser.setLanguage(await Language.load(join(ROOT, ...wasm)));
    return new HclReader(parser);
  }

  /** @throws where something is no HCL or no literal */
  read(text: string): Hcl {
    const tree = this.parser.parse(text);
    assert.ok(tree);
    try {
      assert.equal(tree.rootNode.hasError, false, text.slice(0, 2000));
      const strange = tree.rootNode.descendantsOfType([
        'template_interpolation',
        'template_directive',
        'quoted_template',
      ]);
      assert.deepEqual(
        strange.map((node) => node.text),
        [],
      );
      const [body] = tree.rootNode.namedChildren;
      return {
        bodies: body === undefined ? [] : bodiesOf(body),
        comments: tree.rootNode.descendantsOfType('comment').map((node) => node.text),
      };
    } finally {
      tree.delete();
    }
  }
}

function bodiesOf(body: Node): readonly HclBody[] {
  const blocks = childrenOf(body, 'block').map((block) => {
    const [inside] = childrenOf(block, 'body');
    const labels = block.namedChildren
      .filter((node) => ['identifier', 'string_lit'].includes(node.type))
      .map((node) => valueOf(node.text));
    return { labels, values: inside === undefined ? [] : valuesOf(inside) };
  });
  return [{ labels: [], values: valuesOf(body) }, ...blocks];
}

function valuesOf(body: Node): HclBody['values'] {
  return childrenOf(body, 'attribute').map((attribute) => {
    const [name, expression] = attribute.namedChildren;
    return [name?.text ?? '', valueOf(expression?.text ?? '')] as const;
  });
}

function childrenOf(node: Node, type: string): readonly Node[] {
  return node.namedChildren.filter((child) => child.type === type);
}

const SHORT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** A literal in quotes by the rules of HCL; anything else as it is written. */
function valueOf(written: string): string {
  if (!written.startsWith('"')) return written;
  return written
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\(.)|([$%])\4\{/gsu, (_, four, eight, short, mark) => {
      if (typeof mark === 'string') return `${mark}{`;
      if (typeof short === 'string') return SHORT[short] ?? assert.fail(`\\${short}`);
      return String.fromCodePoint(parseInt(String(four ?? eight), 16));
    });
}
