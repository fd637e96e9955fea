import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One import, re-export or `import()`; files are named from the root, with the ending that imports use. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** True if nothing is left of it when types are removed. */
  readonly typeOnly: boolean;
}

/** Paths of the source files in a folder, from the root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (/^(node_modules|dist)$/.test(entry.name)) return [];
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(tsx?|js|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

export const codeOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const asModule = (path: string) =>
  path
    .split(sep)
    .join('/')
    .replace(/\.tsx?$/, '.js');

function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return asModule(relative(root, normalize(join(root, dirname(file), specifier))));
}

/** True for `import type …`, and where each name in the braces has its own `type`. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const names = node.exportClause && ts.isNamedExports(node.exportClause);
    const elements = names ? (node.exportClause as ts.NamedExports).elements : [];
    return node.isTypeOnly || (elements.length > 0 && elements.every((name) => name.isTypeOnly));
  }
  const { importClause: clause } = node;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings: bindings } = clause;
  if (name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((one) => one.isTypeOnly);
}

/** Every import in a file, `import()` and `import('…')` types included. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from: asModule(file), to: target(file, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      add(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, codeOf(file), ts.ScriptTarget.Latest));
  return found;
}

/** Groups of files that import each other in a circle, types included; each sorted. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) next.set(from, (next.get(from) ?? new Set()).add(to));
  /** All files that one leads to. */
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(next.get(start) ?? [])];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      open.push(...(next.get(file) ?? []));
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((file) => [file, reach(file)]));
  const circles = [...reached].flatMap(([file, seen]) =>
    seen.has(file) ? [[...seen].filter((other) => reached.get(other)?.has(file)).sort()] : [],
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}
