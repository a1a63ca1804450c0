import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './start-server'

export type Route = {
  /** In the notation of Next.js: /decks/[id]/items. */
  readonly path: string
  readonly kind: 'page' | 'handler'
  readonly readsQuery: boolean
}

const build = join(root, process.env.NEXT_DIST_DIR ?? '.next')

const readBuilt = (file: string) => JSON.parse(readFileSync(join(build, file), 'utf8'))

/** Every route of the build, so that a test that requests all routes cannot miss one. */
export function listRoutes(): Route[] {
  const built: Record<string, string> = readBuilt('app-path-routes-manifest.json')
  return Object.entries(built).map(([entry, path]) => ({
    path,
    kind: entry.endsWith('/page') ? 'page' : 'handler',
    readsQuery: /searchParams/.test(sourceOf(entry)),
  }))
}

// Routes that Next.js generates, such as icons and the not-found page, have no source file.
function sourceOf(entry: string): string {
  const file = ['tsx', 'ts'].map((ext) => join(root, `app${entry}.${ext}`)).find(existsSync)
  return file ? readFileSync(file, 'utf8') : ''
}

/** Values for each folder and its segment ("decks/[id]"). */
export type Values = Readonly<Record<string, readonly string[]>>

/** The addresses of a route, one for each value of its segments. A segment without a value is an error. */
export function addressesOf(path: string, values: Values): string[] {
  const [segment] = /[^/]+\/\[[^\]]+\]/.exec(path) ?? []
  if (!segment) return [path]
  const known = values[segment]
  if (!known || known.length === 0) throw new Error(`${path}: this test has no value for ${segment}`)
  const folder = segment.slice(0, segment.indexOf('['))
  return known.flatMap((value) => addressesOf(path.replace(segment, `${folder}${value}`), values))
}

type BuiltAction = { readonly filename: string; readonly exportedName: string }

const nameOf = ({ filename, exportedName }: BuiltAction) => `${filename} ${exportedName}`

function builtActions(): [id: string, BuiltAction][] {
  const { node }: { node: Record<string, BuiltAction> } = readBuilt('server/server-reference-manifest.json')
  return Object.entries(node)
}

/** Every server action of the build, as "file name". */
export const listActions = (): string[] => builtActions().map(([, action]) => nameOf(action))

/** The id with which a browser calls the action "file name". */
export function actionId(wanted: string): string {
  const found = builtActions().find(([, action]) => nameOf(action) === wanted)
  if (!found) throw new Error(`There is no action ${wanted}.`)
  return found[0]
}
