import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { OLDER_ENGINE } from '@/test/older-engine'
import { anOlderDeck, clock, factRow, first, memoriesOf, rejected, shownAs, study, worded } from '@/test/renewing'
import { ENGINE_VERSION } from '../../core/finder/engine-version'
import type { Generated } from '../../core/item/item'
import { db } from '../../db'
import { continueInterrupted } from '../documents/continue-interrupted'
import { continueMaking } from '../documents/continue-making'
import { findMaking } from '../documents/find-making'
import { stopMaking } from '../documents/stop-making'
import { chooseItem } from './choose-items'
import { findDeck } from './find-deck'
import { renewDeck } from './renew-deck'
import { listShownRevisions } from './shown-items'

useDatabase()

const ALONE = { alone: true }

describe('a deck whose document was left half made by an older engine', () => {
  type State = 'making' | 'cancelled' | 'interrupted'

  /** With something decided and something studied. */
  async function aHalfMadeDeck(state: State) {
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
    const other = first(await listShownRevisions(viewer, deckId), ({ itemId }) => itemId !== card.itemId)
    await chooseItem(viewer, deckId, other.itemId, rejected, NOW)
    await db().making.create({ data: { documentId, state, runId: randomUUID(), seenAt: NOW, readTo: 200, facts: 8 } })
    const [memories, rejectedId] = [await memoriesOf(viewer), other.itemId]
    return { ...older, memories, rejectedId, studied: card.factId }
  }

  async function expectWhole({ viewer, deckId, ...deck }: Awaited<ReturnType<typeof aHalfMadeDeck>>) {
    const { documentId, made, memories, rejectedId, studied } = deck
    expect(await findMaking(viewer, deckId)).toEqual({ kind: 'whole' })
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

  it('is not renewed while a run goes on with it, and offers no renewal beside that', async () => {
    const { viewer, deckId, documentId } = await aHalfMadeDeck('making')
    const before = await db().item.findMany({ where: { documentId }, orderBy: { id: 'asc' } })
    expect(await findDeck(viewer, deckId)).toMatchObject({ renewable: false })
    expect(await renewDeck(viewer, deckId, clock)).toEqual({ kind: 'rejected', reason: 'making' })
    expect(await db().item.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).toEqual(before)
    expect(await findMaking(viewer, deckId)).toMatchObject({ kind: 'making' })
  })

  it('is whole, with all that was decided and learned, when it is taken up and somebody presses Renew meanwhile', async () => {
    for (const renewsFirst of [true, false]) {
      const deck = await aHalfMadeDeck('making')
      const [press, takeUp] = [
        () => renewDeck(deck.viewer, deck.deckId, clock),
        () => continueInterrupted(clock, ALONE),
      ]
      const [one, other] = renewsFirst ? [press, takeUp] : [takeUp, press]
      const done = [one(), other()]
      const ended = await Promise.all(renewsFirst ? done : done.toReversed())
      expect(ended).toEqual([{ kind: 'rejected', reason: 'making' }, []])
      await expectWhole(deck)
    }
  })

  it('is renewed once, in the place of the rest, when its making was stopped', async () => {
    const deck = await aHalfMadeDeck('cancelled')
    expect(await renewDeck(deck.viewer, deck.deckId, clock)).toMatchObject({ kind: 'regenerated' })
    await expectWhole(deck)
    const twice = await aHalfMadeDeck('interrupted')
    const { viewer, deckId, documentId } = twice
    const [renewed, continued] = await Promise.all([
      renewDeck(viewer, deckId, clock),
      continueMaking(viewer, documentId, { clock }),
    ])
    if (continued.kind === 'continued') expect(await continued.done).toEqual({ kind: 'made' })
    expect([renewed.kind, continued.kind].sort()).toEqual(
      continued.kind === 'continued' ? ['continued', 'rejected'] : ['regenerated', 'rejected'],
    )
    await expectWhole(twice)
  })

  it('changes no more once its author stops it, and can be renewed afterwards', async () => {
    const deck = await aHalfMadeDeck('cancelled')
    const { viewer, deckId, documentId } = deck
    const stops: Promise<unknown>[] = []
    const onProgress = ({ phase }: { phase: string }) =>
      phase === 'saving' && stops.push(stopMaking(viewer, documentId))
    const ended = await renewDeck(viewer, deckId, clock, { onProgress })
    expect(await Promise.all(stops)).toEqual([{ kind: 'stopped' }])
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await findMaking(viewer, deckId)).toMatchObject({ kind: 'stopped', reason: 'cancelled' })
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: OLDER_ENGINE })
    expect(await renewDeck(viewer, deckId, clock)).toMatchObject({ kind: 'regenerated' })
    await expectWhole(deck)
  })

  it('stays stopped, and says so, when whoever renews it leaves before anything is saved', async () => {
    const deck = await aHalfMadeDeck('interrupted')
    const { viewer, deckId } = deck
    const cancel = new AbortController()
    const onProgress = ({ phase }: { phase: string }) => phase === 'generating' && cancel.abort()
    const ended = await renewDeck(viewer, deckId, clock, { onProgress, signal: cancel.signal })
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await findMaking(viewer, deckId)).toMatchObject({ kind: 'stopped', reason: 'cancelled' })
    expect(await memoriesOf(viewer)).toEqual(deck.memories)
  })
})
