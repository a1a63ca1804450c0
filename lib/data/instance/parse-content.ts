import 'server-only'
import { z } from 'zod'

export type Content = { readonly title: string; readonly slug: string; readonly text: string }

const FRONT_MATTER = /^---\r?\n(.*?)\r?\n---\r?\n/s
const Head = z.object({ title: z.string().min(1), slug: z.string().regex(/^[a-z0-9-]+$/) })

/** A file of content/: `name: value` lines between two rules, then the text. */
export function parseContent(raw: string, fileName: string): Content {
  const found = FRONT_MATTER.exec(raw)
  if (!found) throw new Error(`content/${fileName} has no front matter.`)
  const lines = (found[1] ?? '').split(/\r?\n/).map((line) => line.split(/:\s*(.*)/s))
  const head = Head.safeParse(Object.fromEntries(lines))
  if (!head.success) throw new Error(`content/${fileName} needs a title and a slug in its front matter.`)
  return { ...head.data, text: raw.slice(found[0].length) }
}
