import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from '@/test/build-worker'
import { generate } from '../core/item/generate'
import { readDocument } from '../readers/read-document'
import { generateInWorker } from './generate-in-worker'
import type { WorkProgress } from './job'
import { createTurns } from './turns'

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
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const begun = performance.now()
    delay.enable()
    await generateInWorker(job(long(20)))
    delay.disable()
    // In this thread the same text would be one stall as long as the whole. (Nanoseconds.)
    expect(delay.max / 1e6).toBeLessThan((performance.now() - begun) / 3)
  })

  it('ends at once when it is cancelled', async () => {
    const cancel = new AbortController()
    const begun = performance.now()
    const result = generateInWorker(job(long(40)), {
      signal: cancel.signal,
      onProgress: ({ phase }) => phase === 'reading' && cancel.abort(),
    })
    expect(await result).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  it('ends when its time is over', async () => {
    const result = await generateInWorker(job(long(40)), { timeLimitMs: 150 })
    expect(result).toMatchObject({ kind: 'rejected', reason: 'too-slow' })
  })

  it('passes on why a document was not read', async () => {
    expect(await generateInWorker(job('   '))).toEqual({ kind: 'rejected', reason: 'blank' })
  })
})

describe('turns', () => {
  it('let in as many as there are places, then in the order of asking, and forget who gave up', async () => {
    const take = createTurns(1, 2)
    const order: string[] = []
    const first = await take()
    const cancel = new AbortController()
    const second = take(cancel.signal).then(({ kind }) => order.push(`second ${kind}`))
    const third = take().then(({ kind }) => order.push(`third ${kind}`))
    expect(await take()).toEqual({ kind: 'full' })
    cancel.abort()
    await second
    if (first.kind === 'in') first.leave()
    await third
    expect(order).toEqual(['second cancelled', 'third in'])
  })
})
