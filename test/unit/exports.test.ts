import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canHaveModifiers,
  createSourceFile,
  forEachChild,
  getJSDocCommentsAndTags,
  getModifiers,
  isClassDeclaration,
  isExportDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isImportDeclaration,
  isInterfaceDeclaration,
  isNamedExports,
  isTypeAliasDeclaration,
  isVariableStatement,
  ScriptTarget,
  SyntaxKind,
  type Node,
  type SourceFile,
  type Statement,
} from 'typescript';
import { ROOT } from '../hosts/root';

/** The editor calls them by their names. */
const EDITORS = ['extension: activate', 'extension: deactivate'];

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file): [string, SourceFile] => [
    file.replaceAll('\\', '/').replace(/\.ts$/, ''),
    createSourceFile(file, readFileSync(join(ROOT, 'src', file), 'utf8'), ScriptTarget.Latest, true),
  ]);

/** How often each name stands there. */
function namesIn(source: SourceFile): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const visit = (node: Node): void => {
    if (isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** What a file takes from others by name, or hands on from there. */
function importsOf(source: SourceFile): readonly string[] {
  const handedOn = source.statements
    .filter(isExportDeclaration)
    .flatMap(({ moduleSpecifier, exportClause }) =>
      moduleSpecifier !== undefined && exportClause !== undefined && isNamedExports(exportClause)
        ? exportClause.elements.map((element) => (element.propertyName ?? element.name).text)
        : [],
    );
  const imported = source.statements.filter(isImportDeclaration).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings;
    if (bindings?.kind === SyntaxKind.NamedImports)
      return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
    return bindings === undefined ? [] : membersOf(bindings.name.text, source);
  });
  return [...imported, ...handedOn];
}

/** What a file takes from others that it knows by one name: of `LONGEST.label` it is `label`. */
function membersOf(name: string, source: SourceFile): readonly string[] {
  return [...source.text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].flatMap(
    ([, member]) => member ?? [],
  );
}

/** What a file declares and gives to others by name. */
function exportsOf(source: SourceFile): readonly string[] {
  return [
    ...source.text.matchAll(/^export (?:abstract |async )*(?:const|function|class|interface|type) (\w+)/gm),
  ].flatMap(([, name]) => name ?? []);
}

/** What a file declares at its top, for itself or for others. */
function declaredIn(source: SourceFile): readonly string[] {
  return source.statements.flatMap((statement) => {
    if (isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        isIdentifier(name) ? [name.text] : [],
      );
    }
    const isNamed =
      isFunctionDeclaration(statement) ||
      isClassDeclaration(statement) ||
      isInterfaceDeclaration(statement) ||
      isTypeAliasDeclaration(statement);
    return isNamed && statement.name !== undefined ? [statement.name.text] : [];
  });
}

function isExported(statement: Statement): boolean {
  // Names that are only handed on are described where they are declared.
  const modifiers = canHaveModifiers(statement) ? (getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === SyntaxKind.ExportKeyword);
}

/** Counted from 1. */
function lineOf(source: SourceFile, node: Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

describe('the source', () => {
  it('holds nothing that only tests use', () => {
    const imported = new Set(sources.flatMap(([, source]) => importsOf(source)));
    // What is loaded when it is needed is taken from there by name.
    const lazily = sources.flatMap(([, { text }]) =>
      [...text.matchAll(/\{ ([\w, ]+) \} = await import\(/g)].flatMap(([, names = '']) => names.split(', ')),
    );
    const unused = sources.flatMap(([file, source]) => {
      const names = namesIn(source);
      return exportsOf(source)
        .filter((name) => !imported.has(name) && !lazily.includes(name) && (names.get(name) ?? 0) < 2)
        .map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(unused.sort(), [...EDITORS].sort());
  });

  it('gives a name to one thing: what one file exports, no other declares', () => {
    const exported = new Set(sources.flatMap(([, source]) => exportsOf(source)));
    const homes = new Map<string, string[]>();
    for (const [file, source] of sources) {
      // A function has a declaration for each of its forms.
      for (const name of new Set(declaredIn(source))) homes.set(name, [...(homes.get(name) ?? []), file]);
    }
    assert.ok([...exported].every((name) => homes.has(name)));
    const shared = [...homes].filter(([name, files]) => exported.has(name) && files.length > 1);
    assert.deepEqual(
      shared.map(([name, files]) => `${name}: ${files.join(', ')}`),
      [],
    );
  });

  it('says of each export what it is', () => {
    const exported = sources.flatMap(([file, source]) =>
      source.statements.filter(isExported).map((statement) => ({ file, source, statement })),
    );
    assert.ok(exported.length > sources.length);
    const bare = exported
      .filter(({ statement }) => getJSDocCommentsAndTags(statement).length === 0)
      .map(({ file, source, statement }) => `${file}:${lineOf(source, statement)}`);
    assert.deepEqual(bare, []);
  });
});
