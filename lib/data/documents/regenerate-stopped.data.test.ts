import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import {
  anOlderDeck,
  clock,
  factRow,
  first,
  memoriesOf,
  OLDER_ENGINE,
  rejected,
  shownAs,
  study,
  worded,
} from '@/test/older-engine'
import { ENGINE_VERSION } from '../../core/generation/engine-version'
import type { Generated } from '../../core/generation/generated'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { findDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/shown-items'
import { cancelGeneration, findGenerationProgress } from './generation-job'
import { regenerateDeck } from './regenerate-document'
import { resumeAbandoned, resumeGeneration } from './resume-generation'

useDatabase()

const ALONE = { isAlone: true }

describe('a deck whose document an older engine left incomplete', () => {
  type State = 'running' | 'cancelled' | 'interrupted'

  /** With something decided and something studied. */
  async function anIncompleteDeck(state: State) {
    const half = ({ facts }: Generated) => facts.slice(0, 8)
    const older = await anOlderDeck({
      facts: half,
      items: (made) => {
        const few = new Set(half(made).map(({ id }) => id))
        return made.items.filter(({ factIds }) => factIds.every((id) => few.has(id))).map(worded)
      },
    })
    const { viewer, deckId, documentId } = older
    const card = await study(viewer, deckId)
    const rejectedItem = first(await listShownRevisions(viewer, deckId), ({ itemId }) => itemId !== card.itemId)
    await chooseItem(viewer, deckId, rejectedItem.itemId, rejected, NOW)
    const job = { documentId, ownerId: viewer.learnerId, state, leaseId: randomUUID(), heartbeatAt: NOW }
    await db().generationJob.create({ data: { ...job, readTo: 200 } })
    const [memories, rejectedId] = [await memoriesOf(viewer), rejectedItem.itemId]
    return { ...older, memories, rejectedId, studied: card.factId }
  }

  async function expectComplete({ viewer, deckId, ...deck }: Awaited<ReturnType<typeof anIncompleteDeck>>) {
    const { documentId, made, memories, rejectedId, studied } = deck
    expect(await findGenerationProgress(viewer, deckId)).toEqual({ kind: 'complete' })
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: ENGINE_VERSION })
    const inOrder = { where: { documentId, retired: false }, orderBy: { position: 'asc' as const } }
    const keys = (rows: readonly { contentKey: string }[]) => rows.map(({ contentKey }) => contentKey)
    expect(keys(await db().fact.findMany(inOrder))).toEqual(made.facts.map(({ id }) => id))
    expect(keys(await db().item.findMany(inOrder))).toEqual(made.items.map(({ id }) => id))
    expect(await memoriesOf(viewer)).toEqual(memories)
    expect(await factRow(studied)).toMatchObject({ retired: false, engine: ENGINE_VERSION })
    expect(await shownAs(viewer, deckId, rejectedId)).toBeUndefined()
    expect(await db().deckChoice.count({ where: { deckId, itemId: rejectedId, choice: 'rejected' } })).toBe(1)
  }

  it('is not regenerated while another job works on it, and offers no regeneration meanwhile', async () => {
    const { viewer, deckId, documentId } = await anIncompleteDeck('running')
    const before = await db().item.findMany({ where: { documentId }, orderBy: { id: 'asc' } })
    expect(await findDeck(viewer, deckId)).toMatchObject({ canRegenerate: false })
    expect(await regenerateDeck(viewer, deckId, clock)).toEqual({ kind: 'rejected', reason: 'generating' })
    expect(await db().item.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).toEqual(before)
    expect(await findGenerationProgress(viewer, deckId)).toMatchObject({ kind: 'generating' })
  })

  it('is complete, with all decisions and memories, when it is resumed and regenerated at the same time', async () => {
    for (const renewsFirst of [true, false]) {
      const deck = await anIncompleteDeck('running')
      const [press, takeUp] = [
        () => regenerateDeck(deck.viewer, deck.deckId, clock),
        () => resumeAbandoned(clock, ALONE),
      ]
      const [earlier, later] = renewsFirst ? [press, takeUp] : [takeUp, press]
      const done = [earlier(), later()]
      const ended = await Promise.all(renewsFirst ? done : done.toReversed())
      expect(ended).toEqual([{ kind: 'rejected', reason: 'generating' }, []])
      await expectComplete(deck)
    }
  })

  it('is regenerated once, in place of the rest, when its generation had stopped', async () => {
    const deck = await anIncompleteDeck('cancelled')
    expect(await regenerateDeck(deck.viewer, deck.deckId, clock)).toMatchObject({ kind: 'regenerated' })
    await expectComplete(deck)
    const twice = await anIncompleteDeck('interrupted')
    const { viewer, deckId, documentId } = twice
    const [regenerated, resumed] = await Promise.all([
      regenerateDeck(viewer, deckId, clock),
      resumeGeneration(viewer, documentId, { clock }),
    ])
    if (resumed.kind === 'resumed') expect(await resumed.done).toMatchObject({ kind: 'complete' })
    expect([regenerated.kind, resumed.kind].sort()).toEqual(
      resumed.kind === 'resumed' ? ['rejected', 'resumed'] : ['regenerated', 'rejected'],
    )
    await expectComplete(twice)
  })

  it('changes no more once its author cancels, and can be regenerated afterwards', async () => {
    const deck = await anIncompleteDeck('cancelled')
    const { viewer, deckId, documentId } = deck
    const stops: Promise<unknown>[] = []
    const onProgress = ({ phase }: { phase: string }) =>
      phase === 'saving' && stops.push(cancelGeneration(viewer, documentId))
    const ended = await regenerateDeck(viewer, deckId, clock, { onProgress })
    expect(await Promise.all(stops)).toEqual([{ kind: 'cancelled' }])
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await findGenerationProgress(viewer, deckId)).toMatchObject({ kind: 'stopped', reason: 'cancelled' })
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: OLDER_ENGINE })
    expect(await regenerateDeck(viewer, deckId, clock)).toMatchObject({ kind: 'regenerated' })
    await expectComplete(deck)
  })

  it('stays stopped when the request to regenerate it ends before anything is saved', async () => {
    const deck = await anIncompleteDeck('interrupted')
    const { viewer, deckId } = deck
    const cancel = new AbortController()
    const onProgress = ({ phase }: { phase: string }) => phase === 'generating' && cancel.abort()
    const ended = await regenerateDeck(viewer, deckId, clock, { onProgress, signal: cancel.signal })
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await findGenerationProgress(viewer, deckId)).toMatchObject({ kind: 'stopped', reason: 'cancelled' })
    expect(await memoriesOf(viewer)).toEqual(deck.memories)
  })
})
