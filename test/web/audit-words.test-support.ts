/** The action words and subject kinds that the code writes into the audit trail, read out of its syntax. */
import ts from 'typescript'
import { sourceFiles } from '../shape/source-files.ts'
import type { SourceFile } from '../shape/violation.ts'

export interface AuditWords {
  actions: Set<string>
  subjects: Set<string>
  /** Places where the word cannot be read: it must be written out there. */
  unread: string[]
}

interface Parsed {
  path: string
  source: ts.SourceFile
  nodes: ts.Node[]
}

type Say = (word: string) => void

/** A word that comes in as a parameter is looked up where the function is called; a call of `recordActs` without an act that can be seen is told. */
export function auditWords(files: readonly SourceFile[]): AuditWords {
  const all = files
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts') && !/\.(test|test-support)\.ts$/.test(path))
    .map(parsed)
  const found: AuditWords = { actions: new Set(), subjects: new Set(), unread: [] }
  const action = (at: Parsed, node: ts.Node | undefined) => {
    if (node === undefined || !read(all, at, node, (word) => found.actions.add(word), 0)) {
      const line = node === undefined ? 0 : at.source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.unread.push(`${at.path}:${line}`)
    }
  }
  for (const at of all)
    for (const node of at.nodes) {
      if (ts.isObjectLiteralExpression(node) && isAct(node)) {
        action(at, givenIn(node, 'action'))
        const kind = givenIn(node, 'subjectKind')
        if (kind !== undefined) read(all, at, kind, (word) => found.subjects.add(word), 0)
      }
      if (isCallOf(node, 'recordActs') && !at.nodes.some((one) => ts.isObjectLiteralExpression(one) && isAct(one) && isWithin(one, node)))
        action(at, node)
      if (isCallOf(node, 'recordAtDoor')) action(at, ofArgument(node, 1, 'action'))
      if (isText(node) && node.getText().includes('INSERT INTO audit_entries'))
        for (const [, word] of node.getText().matchAll(/'([a-z_]+\.[a-z_]+)'/g)) if (word !== undefined) found.actions.add(word)
    }
  return found
}

export const codeFiles = sourceFiles

function parsed({ path, text }: SourceFile): Parsed {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { path, source, nodes }
}

const isText = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)

/** An object with an action inside a call of `recordActs`; what stands in its details is not one. */
function isAct(node: ts.ObjectLiteralExpression): boolean {
  if (givenIn(node, 'action') === undefined || ts.isPropertyAssignment(node.parent)) return false
  return outer(node, (one) => isCallOf(one, 'recordActs')) !== undefined
}

function isCallOf(node: ts.Node, name: string): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name
}

const isWithin = (node: ts.Node, outside: ts.Node) => outer(node, (one) => one === outside) !== undefined

function outer(node: ts.Node, isIt: (one: ts.Node) => boolean): ts.Node | undefined {
  let one: ts.Node | undefined = node.parent
  while (one !== undefined && !isIt(one)) one = one.parent
  return one
}

function givenIn(object: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  for (const one of object.properties) {
    if (ts.isPropertyAssignment(one) && one.name.getText() === name) return one.initializer
    if (ts.isShorthandPropertyAssignment(one) && one.name.text === name) return one.name
  }
  return undefined
}

function ofArgument(call: ts.CallExpression, at: number, name: string): ts.Node | undefined {
  const argument = call.arguments[at]
  return argument !== undefined && ts.isObjectLiteralExpression(argument) ? givenIn(argument, name) : undefined
}

const deepest = 6

/** Says every word the expression can be; false where that cannot be seen. */
function read(all: readonly Parsed[], at: Parsed, node: ts.Node, say: Say, depth: number): boolean {
  if (depth > deepest) return false
  const again = (one: ts.Node) => read(all, at, one, say, depth + 1)
  if (ts.isStringLiteralLike(node)) {
    say(node.text)
    return true
  }
  const [span, more] = ts.isTemplateExpression(node) ? node.templateSpans : []
  if (ts.isTemplateExpression(node) && span !== undefined && more === undefined)
    return read(all, at, span.expression, (part) => say(`${node.head.text}${part}${span.literal.text}`), depth + 1)
  if (ts.isConditionalExpression(node)) return [again(node.whenTrue), again(node.whenFalse)].every(Boolean)
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return again(node.expression)
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) return ofTable(at, node.expression, again)
  return ts.isIdentifier(node) && ofName(all, at, node, say, depth)
}

/** A constant table of words: any of them. */
function ofTable(at: Parsed, table: ts.Expression, again: (one: ts.Node) => boolean): boolean {
  if (!ts.isIdentifier(table)) return false
  const made = at.nodes.find((one): one is ts.VariableDeclaration => ts.isVariableDeclaration(one) && one.name.getText() === table.text)
  let object = made?.initializer
  while (object !== undefined && (ts.isAsExpression(object) || ts.isSatisfiesExpression(object))) object = object.expression
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return false
  return object.properties.every((one) => ts.isPropertyAssignment(one) && again(one.initializer))
}

function ofName(all: readonly Parsed[], at: Parsed, name: ts.Identifier, say: Say, depth: number): boolean {
  for (let scope: ts.Node | undefined = name.parent; scope !== undefined; scope = scope.parent) {
    if (isFunction(scope)) {
      const place = scope.parameters.findIndex((one) => holds(one.name, name.text))
      if (place >= 0) return ofCalls(all, at, scope, place, name.text, say, depth)
    }
    const made = localConstant(scope, name.text)
    if (made !== undefined) return read(all, at, made, say, depth + 1)
  }
  return false
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node)

const holds = (name: ts.BindingName, text: string): boolean =>
  ts.isIdentifier(name) ? name.text === text : ts.isObjectBindingPattern(name) && name.elements.some((one) => one.name.getText() === text)

function localConstant(scope: ts.Node, name: string): ts.Expression | undefined {
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return undefined
  for (const statement of scope.statements)
    if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations) if (one.name.getText() === name) return one.initializer
  return undefined
}

function ofCalls(
  all: readonly Parsed[],
  at: Parsed,
  made: ts.FunctionLikeDeclaration,
  place: number,
  name: string,
  say: Say,
  depth: number,
): boolean {
  const called = nameOf(made)
  if (called === undefined) return false
  const isShared = /^export\b/.test(statementOf(made).getText())
  const calls = (isShared ? all : [at]).flatMap((file) =>
    file.nodes.filter((node): node is ts.CallExpression => isCallOf(node, called)).map((node) => ({ file, node })),
  )
  const isWhole = ts.isIdentifier(made.parameters[place]?.name ?? ts.factory.createIdentifier(''))
  return (
    calls.length > 0 &&
    calls.every(({ file, node }) => {
      const argument = isWhole ? node.arguments[place] : ofArgument(node, place, name)
      return argument !== undefined && read(all, file, argument, say, depth + 1)
    })
  )
}

function nameOf(made: ts.FunctionLikeDeclaration): string | undefined {
  if (made.name !== undefined) return made.name.getText()
  return ts.isVariableDeclaration(made.parent) ? made.parent.name.getText() : undefined
}

const statementOf = (node: ts.Node): ts.Node => outer(node, (one) => ts.isStatement(one) && ts.isSourceFile(one.parent)) ?? node
