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
import { db, type Tx } from '../../db'
import { findRecorded, RECORDED_FINDER } from '../../model/recorded-replies'
import { generateInWorker } from '../../workers/generate-in-worker'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { documentData } from '../documents/document-row'
import { inOneTransaction, mergeGenerated } from '../documents/merge-generated'
import { regenerateDocument } from '../documents/regenerate-document'
import { addRecorded } from './recorded-items'

type Content = { readonly title: string; readonly slug: string; readonly language: string; readonly text: string }

const SCREENS = 'en'

export type Loaded = {
  readonly slug: string
  /** `unknown-language`: the rules do not read it and no model's replies ship with it, so it gets no deck. */
  readonly kind: 'unchanged' | 'new' | 'updated' | 'regenerated' | 'unknown-language'
  /** Replies of the model that do not ship though the text or a prompt asks for them: without them its items are not added. */
  readonly missingReplies: number
}

/**
 * The documents that ship with the app, each that can be read with a deck without owner. Loading again changes nothing; a changed
 * text becomes a document that follows the old one and takes over its facts, items and deck (docs/decisions/0008).
 */
export async function loadContent(dir: string): Promise<Loaded[]> {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.md')).sort()
  const contents = await Promise.all(
    files.map(async (name) => parseContent(await readFile(join(dir, name), 'utf8'), name)),
  )
  const loaded: Loaded[] = []
  // The newest deck heads the list: one in the language of the screens.
  for (const content of contents.sort((a, b) => Number(a.language === SCREENS) - Number(b.language === SCREENS))) {
    loaded.push({ slug: content.slug, ...(await load(content, join(dir, RECORDINGS))) })
  }
  return loaded
}

/** Replies of a model to the requests about the shipped texts. */
const RECORDINGS = 'recordings'

type Outcome = Omit<Loaded, 'slug'>

async function load(content: Content, recordings: string): Promise<Outcome> {
  const present = await db().document.findUnique({ where: { slug: content.slug }, select: { id: true, hash: true } })
  if (present?.hash === hashText(normaliseText(content.text))) {
    const again = await regenerateDocument(DocumentId.parse(present.id), () => new Date())
    const missingReplies = await addMissing(present.id, recordings)
    return { kind: again.kind === 'regenerated' ? 'regenerated' : 'unchanged', missingReplies }
  }
  const source = { kind: 'text' as const, text: content.text, format: 'md' as const }
  const result = await generateInWorker({ title: content.title, source })
  if (result.kind === 'rejected') throw new Error(`content/${content.slug}.md was not read: ${result.reason}.`)
  const recorded = await recordedIn(recordings, result.generated.document)
  const { missingReplies } = recorded
  if (result.generated.refused.language && !recorded.found) return { kind: 'unknown-language', missingReplies }
  return { kind: await save(content.slug, result.generated, recorded.found), missingReplies }
}

/**
 * Adds what the model found where the document has nothing of it by its engine: the engine has just read it again, or did so
 * before and the process ended before this.
 */
async function addMissing(id: string, recordings: string): Promise<number> {
  const row = await db().document.findUniqueOrThrow({ where: { id } })
  const { engine } = row
  const added = await db().item.count({ where: { documentId: id, finder: RECORDED_FINDER, engine, retired: false } })
  if (added > 0) return 0
  const document = { ...row, blocks: row.blocks as Block[] }
  const { found, missingReplies } = await recordedIn(recordings, document)
  if (found) await db().$transaction((tx) => addRecorded(tx, { id, engine, document }, found))
  return missingReplies
}

type Recorded = { readonly found: readonly Found[] | null; readonly missingReplies: number }

/** What the model found whose replies ship with the texts; null where one is missing, because text or prompts are others. */
async function recordedIn(folder: string, document: StructuredDocument): Promise<Recorded> {
  const recorded = await findRecorded(document, folder, 'balanced')
  return recorded.kind === 'complete'
    ? { found: recorded.found, missingReplies: 0 }
    : { found: null, missingReplies: recorded.missing.length }
}

/** Under a lock of its own row's slug: of two processes that start at once, the second finds it done. */
async function save(slug: string, generated: Generated, found: readonly Found[] | null): Promise<Loaded['kind']> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${slug}))`
    const old = await tx.document.findUnique({ where: { slug } })
    const { document, engine } = generated
    if (old?.hash === document.hash) return 'unchanged'
    const id = await createDocument(tx, slug, generated, old?.id ?? null)
    await mergeGenerated({ id, ownerId: null }, generated, inOneTransaction(tx))
    if (found) await addRecorded(tx, { id, engine, document }, found)
    else await refreshDeckFacts(tx, { documentId: id })
    return old ? 'updated' : 'new'
  })
}

async function createDocument(tx: Tx, slug: string, generated: Generated, followsId: string | null): Promise<string> {
  const { title } = generated.document
  if (followsId) await tx.document.update({ where: { id: followsId }, data: { slug: null } })
  const { id } = await tx.document.create({ data: { slug, followsId, title, ...documentData(generated, 'md') } })
  if (followsId) await takeOver(tx, followsId, { id, title })
  else await tx.deck.create({ data: { documentId: id, title } })
  return id
}

/**
 * Facts, items and deck of the old text. What the model made quotes the old text, and the merge spares it: it is retired until its
 * replies about the new text give it again, in its new place.
 */
async function takeOver(tx: Tx, oldId: string, { id, title }: { id: string; title: string }): Promise<void> {
  const ofModel = { finder: { not: 'rules' } }
  const facts = { documentId: oldId, items: { some: { item: ofModel } } }
  await tx.fact.updateMany({ where: facts, data: { retired: true } })
  await tx.item.updateMany({ where: { documentId: oldId, ...ofModel }, data: { retired: true } })
  await tx.fact.updateMany({ where: { documentId: oldId }, data: { documentId: id } })
  await tx.item.updateMany({ where: { documentId: oldId }, data: { documentId: id } })
  await tx.deck.updateMany({ where: { documentId: oldId }, data: { documentId: id, title, depth: 'balanced' } })
}

const FRONT_MATTER = /^---\r?\n(.*?)\r?\n---\r?\n/s
const Head = z.object({
  title: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  language: z.string().default(SCREENS),
})

/** A file of content/: `name: value` lines between two rules, then the text. */
function parseContent(raw: string, fileName: string): Content {
  const found = FRONT_MATTER.exec(raw)
  if (!found) throw new Error(`content/${fileName} has no front matter.`)
  const lines = (found[1] ?? '').split(/\r?\n/).map((line) => line.split(/:\s*(.*)/s))
  const head = Head.safeParse(Object.fromEntries(lines))
  if (!head.success) throw new Error(`content/${fileName} needs a title and a slug in its front matter.`)
  return { ...head.data, text: raw.slice(found[0].length) }
}
