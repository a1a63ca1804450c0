// A worker thread of `generate-in-worker.ts`; bundled to .build/generate-worker.mjs by scripts/build-worker.mjs.
import type { DocumentFormat } from '../core/document/document'
import type { Fact } from '../core/fact/fact'
import { rankGenerated } from '../core/generation/depth'
import { ENGINE_VERSION } from '../core/generation/engine-version'
import type { Generated, GeneratedItem } from '../core/generation/generated'
import { generate } from '../core/generation/rules/generate'
import { readDocument } from '../import-formats/read-document'
import type { GenerateMessage, GenerateResult, GenerateTask, Remainder } from './generate-in-worker'
import { workerTask } from './worker-task'

// Ten reports a second are more than anybody reads, and cost next to nothing.
const REPORT_EVERY_MS = 100

export const run = workerTask<GenerateTask, GenerateMessage, GenerateResult>(async (task, send) => {
  send({ kind: 'progress', progress: { phase: 'reading' } })
  const read = await readDocument(task.source)
  if (read.kind === 'rejected') return read
  const { text, format } = read
  const parts = task.inParts ? createParts(format, send) : null
  let reportedAt = 0
  const title = task.title ?? read.title
  const generated = generate(
    { title, text, format },
    (progress) => {
      parts?.advance(progress)
      const now = performance.now()
      if (now - reportedAt < REPORT_EVERY_MS && progress.done < progress.total) return
      reportedAt = now
      const { done, total, items } = progress
      send({ kind: 'progress', progress: { phase: 'generating', done, total, items } })
    },
    parts?.take,
  )
  const remainder = parts?.remainderOf(generated)
  return remainder ? { kind: 'remainder', remainder } : { kind: 'generated', generated, format }
})

type Section = Pick<Generated, 'facts' | 'items'>
type Pending = Section & { readonly document: Generated['document']; readonly readTo: number }

/**
 * Sends the parts of a document as they are generated, always one behind: a part is sent only when more text follows. So a
 * document of one part comes in one piece, as if there were no parts, and the last part comes with the remainder.
 */
function createParts(format: DocumentFormat, send: (message: GenerateMessage) => void) {
  const [facts, items] = [createPositions<Fact>(), createPositions<GeneratedItem>()]
  let isStarted = false
  let blocksRead = 0
  let readBefore = 0
  let pending: Pending | null = null

  const sendPending = () => {
    if (!pending) return
    const { document, readTo } = pending
    if (!isStarted) send({ kind: 'read', read: { document, engine: ENGINE_VERSION, format } })
    isStarted = true
    const placedFacts = facts.place(pending.facts).map(({ entry, position }) => ({ fact: entry, position }))
    const text = document.text.slice(readBefore, readTo)
    const places = rankGenerated({ facts: pending.facts, items: pending.items, document: { ...document, text } })
    readBefore = readTo
    const placedItems = items
      .place(pending.items)
      .map(({ entry, position }) => ({ item: entry, position, place: places.get(entry.id) }))
    send({ kind: 'part', part: { facts: placedFacts, items: placedItems, readTo } })
    pending = null
  }

  return {
    take({ facts, items }: Section, document: Generated['document']): void {
      sendPending()
      pending = { facts, items, document, readTo: document.blocks[blocksRead - 1]?.span.end ?? 0 }
    },
    advance({ done, total }: { done: number; total: number }): void {
      if (done < total) sendPending()
      blocksRead = done
    },
    /** What the whole adds to the parts; null when no part was sent. */
    remainderOf(generated: Generated): Remainder | null {
      if (!isStarted) return null
      return {
        facts: facts.remainder(generated.facts).map(({ entry, position }) => ({ fact: entry, position })),
        items: items.remainder(generated.items).map(({ entry, position }) => ({ item: entry, position })),
        withdrawn: { facts: facts.withdrawn(generated.facts), items: items.withdrawn(generated.items) },
        refused: generated.refused,
        refusals: generated.refusals,
      }
    },
  }
}

type Placed<T> = { readonly entry: T; readonly position: number }

// Room for what the end puts in between, so that it does not move everything that follows.
const GAP = 1_000

/** Remembers what was sent, and at which position. */
function createPositions<T extends { readonly id: string }>() {
  const sent = new Map<string, { readonly content: string; readonly position: number }>()
  let last = -GAP

  const place = (entries: readonly T[]): Placed<T>[] =>
    entries.map((entry) => {
      const position = sent.get(entry.id)?.position ?? last + GAP
      last = Math.max(last, position)
      sent.set(entry.id, { content: JSON.stringify(entry), position })
      return { entry, position }
    })

  /** Positions only rise: an entry keeps its position unless a new one before it needs it. */
  const remainder = (whole: readonly T[]): Placed<T>[] => {
    let previous = -1
    return whole.flatMap((entry) => {
      const before = sent.get(entry.id)
      const position = Math.max(previous + 1, before?.position ?? previous + 1)
      previous = position
      const isSent = before?.position === position && before.content === JSON.stringify(entry)
      return isSent ? [] : [{ entry, position }]
    })
  }

  const withdrawn = (whole: readonly T[]): string[] => {
    const kept = new Set(whole.map(({ id }) => id))
    return [...sent.keys()].filter((id) => !kept.has(id))
  }

  return { place, remainder, withdrawn }
}
