import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from '@/test/build-worker'
import { longText } from '@/test/long-text'
import { generate } from '../core/generation/rules/generate'
import { readDocument } from '../import-formats/read-document'
import type { DocumentRead, GenerateProgress, Part } from './generate-in-worker'
import { generateInParts, generateInWorker, type PartOptions } from './generate-in-worker'

beforeAll(buildWorker)

const shipped = readFileSync('content/the-foreign-policy-of-kyrgyzstan.md', 'utf8').replace(/^---\n.*?\n---\n/s, '')
const task = (text: string) => ({ title: 'A text', source: { kind: 'text' as const, text } })
// Each section is another one for the engine: headings and numbers differ.
const long = (times: number) => Array.from({ length: times }, (_, at) => `# Part ${at}\n\n${shipped}`).join('\n\n')

describe('generating in a worker', () => {
  it('returns what the engine returns in this thread', async () => {
    const read = await readDocument({ kind: 'text', text: shipped })
    if (read.kind === 'rejected') throw new Error(read.reason)
    const result = await generateInWorker(task(shipped))
    expect(result).toEqual({
      kind: 'generated',
      format: 'md',
      generated: generate({ title: 'A text', text: read.text, format: 'md' }),
    })
  })

  it('reports that it waits, that it reads, what it has found, and that it is done', async () => {
    const seen: GenerateProgress[] = []
    await generateInWorker(task(shipped), { onProgress: (progress) => seen.push(progress) })
    expect(seen.slice(0, 2)).toEqual([{ phase: 'queued', before: 0 }, { phase: 'reading' }])
    const last = seen.at(-1)
    expect(last).toMatchObject({ phase: 'generating' })
    expect(last?.phase === 'generating' && last.done === last.total && last.items > 0).toBe(true)
  })

  it('does not block this thread', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await generateInWorker(task(long(20)))
    clearInterval(timer)
    // Counted, not timed: in this thread the same text would hardly let the timer fire.
    expect(turns).toBeGreaterThan(20)
  })

  it('ends when it is cancelled, and sends nothing after that', async () => {
    const cancel = new AbortController()
    const seen: GenerateProgress[] = []
    const onProgress = (progress: GenerateProgress) => {
      seen.push(progress)
      if (progress.phase === 'reading') cancel.abort()
    }
    const result = await generateInWorker(task(long(40)), { signal: cancel.signal, onProgress })
    expect(result).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(seen.at(-1)).toEqual({ phase: 'reading' })
  })

  it('ends when it sends nothing for too long', async () => {
    const result = await generateInWorker(task(long(40)), { silenceLimitMs: 20 })
    expect(result).toMatchObject({ kind: 'rejected', reason: 'too-slow' })
  })

  it('returns why a document was not read', async () => {
    expect(await generateInWorker(task('   '))).toEqual({ kind: 'rejected', reason: 'blank' })
  })
})

const LONG = longText(12_000)

const noParts = () => {
  throw new Error('A part was sent.')
}

async function inParts(text: string, options: Partial<PartOptions> = {}) {
  const reads: DocumentRead[] = []
  const parts: Part[] = []
  const onRead = (read: DocumentRead) => reads.push(read)
  const result = await generateInParts(task(text), { onRead, onPart: (part) => parts.push(part), ...options })
  return { reads, parts, result }
}

describe('generating in parts', () => {
  it('sends a short document in one piece', async () => {
    const result = await generateInParts(task(shipped), { onRead: noParts, onPart: noParts })
    expect(result).toEqual(await generateInWorker(task(shipped)))
  })

  it('sends in its parts and the remainder what the engine gives in one piece, in the same order', async () => {
    const whole = await generateInWorker(task(LONG))
    if (whole.kind === 'rejected') throw new Error(whole.reason)
    const { document, engine, facts, items, refused } = whole.generated
    const { reads, parts, result } = await inParts(LONG)
    expect(reads).toEqual([{ document, engine, format: 'md' }])
    expect(parts.length).toBeGreaterThan(1)
    if (result.kind !== 'remainder') throw new Error(result.kind)
    const { remainder } = result
    const batches = [...parts, remainder]
    const sentFacts = batches.flatMap((batch) => batch.facts.map(({ fact, position }) => ({ entry: fact, position })))
    const sentItems = batches.flatMap((batch) => batch.items.map(({ item, position }) => ({ entry: item, position })))
    expect(merge(sentFacts, remainder.withdrawn.facts)).toEqual(facts)
    expect(merge(sentItems, remainder.withdrawn.items)).toEqual(items)
    expect(remainder.refused).toEqual(refused)
  })

  it('reads further with each part, and to the end only with the remainder', async () => {
    const { parts } = await inParts(LONG)
    const readTo = parts.map((part) => part.readTo)
    expect(readTo).toEqual([...new Set(readTo)].sort((a, b) => a - b))
    expect(readTo.at(-1)).toBeLessThan(LONG.length)
  })

  it('asks in a part only facts of that part or of earlier ones', async () => {
    const { parts } = await inParts(LONG)
    const sent = new Set<string>()
    for (const { facts, items } of parts) {
      for (const { fact } of facts) sent.add(fact.id)
      expect(items.flatMap(({ item }) => item.factIds).filter((id) => !sent.has(id))).toEqual([])
    }
  })

  it('sends nothing once it is cancelled', async () => {
    const cancel = new AbortController()
    const { parts, result } = await inParts(LONG, {
      onRead: () => cancel.abort(),
      signal: cancel.signal,
    })
    expect(result).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(parts).toEqual([])
  })
})

/** What holds after all batches, by position; a later entry replaces an earlier one with its id. */
function merge<T extends { id: string }>(
  sent: readonly { entry: T; position: number }[],
  withdrawn: readonly string[],
): T[] {
  const latest = new Map(sent.map((placed) => [placed.entry.id, placed]))
  for (const id of withdrawn) latest.delete(id)
  return [...latest.values()].sort((a, b) => a.position - b.position).map(({ entry }) => entry)
}
