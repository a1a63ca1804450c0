import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner } from '@/test/factories'
import type { ImportWish } from '../documents/generation-job'

useDatabase()

const MODEL = 'tiny'
const CONSENT = { model: MODEL, host: '127.0.0.1', place: 'this-machine' } as const
const WISH: ImportWish = { depth: 'key', model: CONSENT, keepEmpty: true }
// No rule asks about it.
const RUSSIAN = 'Озеро лежит в горах. Вода в нём холодная, и рыбы в ней мало.'

/** The data layer as another process loads it. */
async function nextProcess(model: string | null) {
  Reflect.deleteProperty(globalThis, 'bilimShutdown')
  vi.stubEnv('BILIM_MODEL', model ?? '')
  vi.stubEnv('OLLAMA_BASE_URL', model ? 'http://127.0.0.1:9' : '')
  vi.resetModules()
  const [documents, jobs, resume, readings, { db }, made] = await Promise.all([
    import('../documents/import-document'),
    import('../documents/generation-job'),
    import('../documents/resume-generation'),
    import('./reading-row'),
    import('../../db'),
    import('@/test/long-document'),
  ])
  return { ...documents, ...jobs, ...resume, ...readings, ...made, db }
}

type Process = Awaited<ReturnType<typeof nextProcess>>

/** Imports a text in a process that ends in this phase; what waits is in the database alone. */
async function endsIn(phase: 'queued' | 'started', { importDocument, releaseJobs, clock, ...made }: Process) {
  const owner = await aLearner()
  const upload = { ...made.paste(phase === 'queued' ? RUSSIAN : made.aLongText()), wish: WISH }
  const left = new AbortController()
  let released: Promise<void> | null = null
  const release = () => {
    released ??= releaseJobs()
    left.abort()
    return released
  }
  const options =
    phase === 'queued'
      ? { onProgress: ({ phase: now }: { phase: string }) => void (now === 'queued' && release()), signal: left.signal }
      : { onStarted: release }
  expect(await importDocument(owner, upload, options, clock())).toEqual({ kind: 'rejected', reason: 'shutdown' })
  await released
  return owner
}

async function madeFor({ learnerId: ownerId }: { readonly learnerId: string }, { db }: Process) {
  const deck = await db().deck.findFirst({
    where: { ownerId },
    select: { depth: true, document: { select: { generation: true, reading: true } } },
  })
  const { reading, generation } = deck?.document ?? {}
  return { depth: deck?.depth, isGenerating: Boolean(generation), reading }
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'bilimShutdown')
})

describe('what an author wishes of an import', () => {
  it('is kept while it waits for its turn: depth, consent, and a deck although the rules find nothing', async () => {
    const owner = await endsIn('queued', await nextProcess(MODEL))
    const next = await nextProcess(MODEL)
    expect(await madeFor(owner, next)).toMatchObject({ depth: undefined })
    expect(await next.resumeAbandoned(next.clock, { isAlone: false })).toEqual([])
    const consent = { ...CONSENT, state: 'waiting' }
    expect(await madeFor(owner, next)).toMatchObject({ depth: 'key', isGenerating: false, reading: consent })
    expect(await next.claimReadings(next.clock, false, 1)).toHaveLength(1)
  })

  it('is kept once there are cards: the reading goes on waiting for the rules', async () => {
    const owner = await endsIn('started', await nextProcess(MODEL))
    const next = await nextProcess(MODEL)
    const before = await madeFor(owner, next)
    const reading = { ...CONSENT, state: 'waiting' }
    expect(before).toMatchObject({ depth: 'key', isGenerating: true, reading })
    expect(await next.claimReadings(next.clock, false, 1)).toEqual([])
    expect(await next.resumeAbandoned(next.clock, { isAlone: false })).toEqual([])
    expect(await madeFor(owner, next)).toEqual({ depth: 'key', isGenerating: false, reading: before.reading })
    expect(await next.claimReadings(next.clock, false, 1)).toHaveLength(1)
  })

  it('is no consent where it does not say to which model on which host', async () => {
    const { StoredWish } = await nextProcess(MODEL)
    const { host: _, ...consent } = CONSENT
    for (const model of ['this-machine', consent])
      expect(StoredWish.parse({ ...WISH, model })).toEqual({ ...WISH, model: null })
  })

  it('is read by no model when none is configured any more, and the reading says so', async () => {
    const owner = await endsIn('queued', await nextProcess(MODEL))
    const next = await nextProcess(null)
    expect(await next.resumeAbandoned(next.clock, { isAlone: false })).toEqual([])
    expect(await madeFor(owner, next)).toMatchObject({ depth: 'key', reading: { state: 'waiting' } })
    await next.pauseWithoutModel(next.clock, true)
    const reading = { state: 'paused', reason: 'no-model' }
    expect(await madeFor(owner, next)).toMatchObject({ depth: 'key', reading })
  })
})
