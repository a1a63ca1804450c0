import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from '@/test/build-worker'
import { longText } from '@/test/long-text'
import { generate } from '../core/finder/rules/generate'
import { readDocument } from '../readers/read-document'
import { generateInParts, generateInWorker, type PartOptions } from './generate-in-worker'
import type { Begun, WorkPart, WorkProgress } from './job'

beforeAll(buildWorker)

const shipped = readFileSync('content/the-foreign-policy-of-kyrgyzstan.md', 'utf8').replace(/^---\n.*?\n---\n/s, '')
const job = (text: string) => ({ title: 'A text', source: { kind: 'text' as const, text } })
// Each section is another one for the engine: headings and numbers differ.
const long = (times: number) => Array.from({ length: times }, (_, at) => `# Part ${at}\n\n${shipped}`).join('\n\n')

describe('generating in a worker', () => {
  it('gives what the engine gives in this thread', async () => {
    const read = await readDocument({ kind: 'text', text: shipped })
    if (read.kind === 'rejected') throw new Error(read.reason)
    const result = await generateInWorker(job(shipped))
    expect(result).toEqual({
      kind: 'generated',
      format: 'md',
      generated: generate({ title: 'A text', text: read.text, format: 'md' }),
    })
  })

  it('reports that it reads, what it has found, and that it is done', async () => {
    const seen: WorkProgress[] = []
    await generateInWorker(job(shipped), { onProgress: (progress) => seen.push(progress) })
    expect(seen.slice(0, 2)).toEqual([{ phase: 'waiting' }, { phase: 'reading' }])
    const last = seen.at(-1)
    expect(last).toMatchObject({ phase: 'generating' })
    expect(last?.phase === 'generating' && last.done === last.total && last.facts > 0 && last.items > 0).toBe(true)
  })

  it('leaves this thread free for others', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await generateInWorker(job(long(20)))
    clearInterval(timer)
    // Counted, not timed: in this thread the same text would leave hardly one turn to others.
    expect(turns).toBeGreaterThan(20)
  })

  it('ends when it is cancelled, and tells nothing after that', async () => {
    const cancel = new AbortController()
    const seen: WorkProgress[] = []
    const onProgress = (progress: WorkProgress) => {
      seen.push(progress)
      if (progress.phase === 'reading') cancel.abort()
    }
    const result = await generateInWorker(job(long(40)), { signal: cancel.signal, onProgress })
    expect(result).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(seen.at(-1)).toEqual({ phase: 'reading' })
  })

  it('ends when it gets no further for too long', async () => {
    const result = await generateInWorker(job(long(40)), { silenceLimitMs: 20 })
    expect(result).toMatchObject({ kind: 'rejected', reason: 'too-slow' })
  })

  it('passes on why a document was not read', async () => {
    expect(await generateInWorker(job('   '))).toEqual({ kind: 'rejected', reason: 'blank' })
  })
})

const LONG = longText(12_000)

const noParts = () => {
  throw new Error('A part was told.')
}

async function inParts(text: string, options: Partial<PartOptions> = {}) {
  const begun: Begun[] = []
  const parts: WorkPart[] = []
  const onBegun = (one: Begun) => begun.push(one)
  const result = await generateInParts(job(text), { onBegun, onPart: (part) => parts.push(part), ...options })
  return { begun, parts, result }
}

describe('generating in parts', () => {
  it('tells a short document in one piece, as if there were no parts', async () => {
    const result = await generateInParts(job(shipped), { onBegun: noParts, onPart: noParts })
    expect(result).toEqual(await generateInWorker(job(shipped)))
  })

  it('gives with its parts and the rest what the engine gives in one piece, in the same order', async () => {
    const whole = await generateInWorker(job(LONG))
    if (whole.kind === 'rejected') throw new Error(whole.reason)
    const { document, engine, facts, items, refused } = whole.generated
    const { begun, parts, result } = await inParts(LONG)
    expect(begun).toEqual([{ document, engine, format: 'md' }])
    expect(parts.length).toBeGreaterThan(1)
    if (result.kind !== 'rest') throw new Error(result.kind)
    const { rest } = result
    const lots = [...parts, rest]
    const foundFacts = lots.flatMap((lot) => lot.facts.map(({ fact, position }) => ({ made: fact, position })))
    const madeItems = lots.flatMap((lot) => lot.items.map(({ item, position }) => ({ made: item, position })))
    expect(together(foundFacts, rest.gone.facts)).toEqual(facts)
    expect(together(madeItems, rest.gone.items)).toEqual(items)
    expect(rest.refused).toEqual(refused)
  })

  it('reads on from part to part, and never to the end before the rest', async () => {
    const { parts } = await inParts(LONG)
    const read = parts.map(({ readTo }) => readTo)
    expect(read).toEqual([...new Set(read)].sort((a, b) => a - b))
    expect(read.at(-1)).toBeLessThan(LONG.length)
  })

  it('asks in a part only facts of that part or of earlier ones', async () => {
    const { parts } = await inParts(LONG)
    const told = new Set<string>()
    for (const { facts, items } of parts) {
      for (const { fact } of facts) told.add(fact.id)
      expect(items.flatMap(({ item }) => item.factIds).filter((id) => !told.has(id))).toEqual([])
    }
  })

  it('tells no more once it is cancelled', async () => {
    const cancel = new AbortController()
    const { parts, result } = await inParts(LONG, {
      onBegun: () => cancel.abort(),
      signal: cancel.signal,
    })
    expect(result).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(parts).toEqual([])
  })
})

/** What stands after all that was told, by place; a later word goes before an earlier one. */
function together<T extends { id: string }>(
  told: readonly { made: T; position: number }[],
  gone: readonly string[],
): T[] {
  const last = new Map(told.map((one) => [one.made.id, one]))
  for (const id of gone) last.delete(id)
  return [...last.values()].sort((one, other) => one.position - other.position).map(({ made }) => made)
}
