import 'server-only'
import type { DocumentFormat } from '../../core/document/document'
import { ENGINE_VERSION } from '../../core/finder/engine-version'
import { DeckId, DocumentId } from '../../core/ids'
import type { Generated } from '../../core/item/item'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { GenerateRejection } from '../../jobs/generate-in-worker'
import { askerOfOwner } from './asker-of'
import { type Run, RunEnded, whileHeld } from './hold-run'
import { type MakeProgress, makeInParts } from './make-in-parts'
import { renewHeld } from './renew-held'
import { saveGenerated } from './save-generated'

export type MadeOn = { readonly kind: 'made' } | { readonly kind: 'stopped'; readonly why: GenerateRejection | null }

export type MakeOnOptions = {
  readonly clock: () => Date
  readonly onProgress?: ((progress: MakeProgress) => void) | undefined
}

const LOST: MadeOn = { kind: 'stopped', why: null }

/**
 * Makes a document to its end that an earlier run had left, for a run that holds it. The text is read from its beginning:
 * the engine gives the same again, and what is there already is found by its content key.
 */
export async function makeOn(run: Run, { clock, onProgress }: MakeOnOptions): Promise<MadeOn> {
  const document = await db().document.findUnique({
    where: { id: run.documentId },
    select: {
      ownerId: true,
      title: true,
      text: true,
      format: true,
      engine: true,
      decks: { select: { id: true }, take: 1 },
    },
  })
  const deck = document?.decks[0]
  if (!document || !deck) return LOST
  if (document.engine !== ENGINE_VERSION) return renew(run, { clock, onProgress })
  const [row] = await db().$queryRaw<{ blocks: number }[]>`
    SELECT jsonb_array_length(blocks) AS blocks FROM "Document" WHERE id = ${run.documentId}::uuid`
  const lacksBlocks = row?.blocks === 0
  const place = { documentId: DocumentId.parse(run.documentId), deckId: DeckId.parse(deck.id) }
  const source = { kind: 'stored' as const, text: document.text, format: document.format as DocumentFormat }
  const made = await makeInParts<never>(
    { title: document.title, source },
    {
      runId: run.runId,
      clock,
      onProgress,
      place,
      lacksBlocks,
      asker: await askerOfOwner(document.ownerId),
      ...OPEN_ALREADY,
    },
  )
  if (made.kind === 'made' || made.kind === 'stopped') return made
  if (made.kind === 'generated') return saveInOnePiece(run, made.generated, clock)
  throw new Error(`A document with rows came to its end as ${made.kind}.`)
}

const OPEN_ALREADY = {
  open: () => Promise.reject(new Error('A document with rows is not opened again.')),
  undo: () => Promise.reject(new Error('A document that was told of is not undone.')),
}

/** A newer engine finds other facts: those are laid over what is there with all the care that a renewal takes. */
async function renew(run: Run, { clock, onProgress }: MakeOnOptions): Promise<MadeOn> {
  const renewed = await renewHeld(run, clock, onProgress ? { onProgress } : {})
  switch (renewed.kind) {
    case 'rejected':
      return { kind: 'stopped', why: renewed }
    case 'not-found':
    case 'lost':
      return LOST
    case 'regenerated':
    case 'unchanged':
      return { kind: 'made' }
  }
}

async function saveInOnePiece(run: Run, generated: Generated, clock: () => Date): Promise<MadeOn> {
  const { documentId } = run
  try {
    await whileHeld(run, { seenAt: clock(), readTo: 0, facts: 0 }, async (tx) => {
      await saveGenerated(tx, documentId, generated)
      const blocks = generated.document.blocks as unknown as Prisma.InputJsonArray
      const data = { refused: { ...generated.refused }, blocks }
      await tx.document.update({ where: { id: documentId }, data, select: { id: true } })
      await tx.making.delete({ where: { documentId } })
    })
    return { kind: 'made' }
  } catch (error) {
    if (error instanceof RunEnded) return LOST
    throw error
  }
}
