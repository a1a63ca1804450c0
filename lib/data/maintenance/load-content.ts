import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Block, StructuredDocument } from '../../core/document/document'
import { hashText } from '../../core/document/hash-text'
import { normaliseText } from '../../core/document/normalise-text'
import type { Found } from '../../core/generation/finder'
import type { Generated } from '../../core/generation/generated'
import { DocumentId } from '../../core/ids'
import { db } from '../../db'
import { findRecorded } from '../../model/recorded-replies'
import { generateInWorker } from '../../workers/generate-in-worker'
import { documentData } from '../documents/document-row'
import { inOneTransaction, mergeGenerated } from '../documents/merge-generated'
import { regenerateDocument } from '../documents/regenerate-document'
import { addRecorded } from './recorded-items'

type Content = { readonly title: string; readonly slug: string; readonly text: string }

export type Loaded = {
  readonly slug: string
  /** `unknown-language`: the rules do not read it and no model's replies ship with it, so it gets no deck. */
  readonly kind: 'unchanged' | 'new' | 'updated' | 'regenerated' | 'unknown-language'
}

/**
 * The documents that ship with the app, each that can be read with a deck without owner. Loading again changes nothing; a changed
 * text becomes a document that follows the old one and takes over its facts, items and deck (docs/decisions/0008).
 */
export async function loadContent(dir: string): Promise<Loaded[]> {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.md')).sort()
  const loaded: Loaded[] = []
  for (const name of files) {
    const content = parseContent(await readFile(join(dir, name), 'utf8'), name)
    loaded.push({ slug: content.slug, kind: await load(content, join(dir, RECORDINGS)) })
  }
  return loaded
}

/** Replies of a model to the requests about the shipped texts. */
const RECORDINGS = 'recordings'

async function load(content: Content, recordings: string): Promise<Loaded['kind']> {
  const present = await db().document.findUnique({ where: { slug: content.slug }, select: { id: true, hash: true } })
  if (present?.hash === hashText(normaliseText(content.text))) {
    const again = await regenerateDocument(DocumentId.parse(present.id), () => new Date())
    if (again.kind !== 'regenerated') return 'unchanged'
    await addAfterRegeneration(present.id, recordings)
    return 'regenerated'
  }
  const source = { kind: 'text' as const, text: content.text, format: 'md' as const }
  const result = await generateInWorker({ title: content.title, source })
  if (result.kind === 'rejected') throw new Error(`content/${content.slug}.md was not read: ${result.reason}.`)
  const found = await recordedIn(recordings, result.generated.document)
  if (result.generated.refused.language && !found) return 'unknown-language'
  return save(content.slug, result.generated, found)
}

async function addAfterRegeneration(id: string, recordings: string): Promise<void> {
  const row = await db().document.findUniqueOrThrow({ where: { id } })
  const document = { ...row, blocks: row.blocks as Block[] }
  const found = await recordedIn(recordings, document)
  if (found) await db().$transaction((tx) => addRecorded(tx, { id, engine: row.engine, document }, found))
}

/** What the model found whose replies ship with the texts; null where one is missing, because text or prompts are others. */
async function recordedIn(folder: string, document: StructuredDocument): Promise<readonly Found[] | null> {
  const recorded = await findRecorded(document, folder, 'balanced')
  return recorded.kind === 'complete' ? recorded.found : null
}

/** Under a lock of its own row's slug: of two processes that start at once, the second finds it done. */
async function save(slug: string, generated: Generated, found: readonly Found[] | null): Promise<Loaded['kind']> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${slug}))`
    const old = await tx.document.findUnique({ where: { slug } })
    const { hash, title } = generated.document
    if (old?.hash === hash) return 'unchanged'
    if (old) await tx.document.update({ where: { id: old.id }, data: { slug: null } })
    const data = { slug, followsId: old?.id ?? null, title, ...documentData(generated, 'md') }
    const { id } = await tx.document.create({ data })
    if (old) {
      await tx.fact.updateMany({ where: { documentId: old.id }, data: { documentId: id } })
      await tx.item.updateMany({ where: { documentId: old.id }, data: { documentId: id } })
      await tx.deck.updateMany({ where: { documentId: old.id }, data: { documentId: id, title } })
    } else await tx.deck.create({ data: { documentId: id, title } })
    await mergeGenerated({ id, ownerId: null }, generated, inOneTransaction(tx))
    const { document, engine } = generated
    if (found) await addRecorded(tx, { id, engine, document }, found)
    return old ? 'updated' : 'new'
  })
}

const FRONT_MATTER = /^---\r?\n(.*?)\r?\n---\r?\n/s
const Head = z.object({ title: z.string().min(1), slug: z.string().regex(/^[a-z0-9-]+$/) })

/** A file of content/: `name: value` lines between two rules, then the text. */
function parseContent(raw: string, fileName: string): Content {
  const found = FRONT_MATTER.exec(raw)
  if (!found) throw new Error(`content/${fileName} has no front matter.`)
  const lines = (found[1] ?? '').split(/\r?\n/).map((line) => line.split(/:\s*(.*)/s))
  const head = Head.safeParse(Object.fromEntries(lines))
  if (!head.success) throw new Error(`content/${fileName} needs a title and a slug in its front matter.`)
  return { ...head.data, text: raw.slice(found[0].length) }
}
