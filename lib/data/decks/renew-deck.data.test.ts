import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { aDeckOfOlderEngine, madeNow, OLDER_ENGINE } from '@/test/older-engine'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import { asCard } from '../../core/item/as-card'
import { ENGINE_VERSION } from '../../core/item/engine-version'
import type { Generated, Item } from '../../core/item/item'
import { db } from '../../db'
import { continueInterrupted } from '../documents/continue-interrupted'
import { continueMaking } from '../documents/continue-making'
import { findMaking } from '../documents/find-making'
import { renewRows } from '../documents/renew-rows'
import { stopMaking } from '../documents/stop-making'
import { createQuiz } from '../quizzes/create-quiz'
import { nextCards } from '../study/next-cards'
import { recordReviews } from '../study/record-reviews'
import { chooseItem } from './choose-item'
import { editItem } from './edit-item'
import { findDeck } from './find-deck'
import { listItems } from './list-items'
import { listShownRevisions } from './list-shown-revisions'
import { renewDeck } from './renew-deck'

useDatabase()

const clock = () => NOW
const accepted = { choice: 'accepted' as const, revisionId: null }
const rejected = { choice: 'rejected' as const, revisionId: null }
const ALONE = { alone: true }
const NOT_FOUND = { kind: 'rejected', reason: 'not-found' }

type Change = { facts?: (made: Generated) => Generated['facts']; items?: (made: Generated) => Generated['items'] }

/** A deck of an older engine, whose facts and items were others where `change` says so. */
async function anOlderDeck(change: Change = {}, owner?: Viewer) {
  const viewer = owner ?? (await aLearner())
  const made = madeNow()
  const older = { ...made, facts: change.facts?.(made) ?? made.facts, items: change.items?.(made) ?? made.items }
  const deck = await aDeckOfOlderEngine(viewer, made, () => older)
  const rowOf = (contentKey: string) =>
    db().item.findFirstOrThrow({ where: { documentId: deck.documentId, contentKey } })
  const itemId = async (contentKey: string) => ItemId.parse((await rowOf(contentKey)).id)
  return { viewer, made, ...deck, itemId }
}

/** The first item for which it holds. */
function first<T>(all: readonly T[], is: (one: T) => boolean): T {
  const found = all.find(is)
  if (!found) throw new Error('The engine made nothing of that kind of the text.')
  return found
}

const isCard = ({ type }: Item) => type === 'flashcard'
const worded = (item: Item): Item => ({ ...item, id: `older-${item.id}`, stem: `Say it: ${item.stem}` })
const replaced = (all: readonly Item[], ...changed: Item[]) =>
  all.map((item) => changed.find(({ id }) => id === item.id || id === `older-${item.id}`) ?? item)
/** The same fact as an older engine had named it: another key, another kind. */
const named = (made: Generated, factId: string) => ({
  facts: made.facts.map((fact) => (fact.id === factId ? { ...fact, id: 'older-fact', kind: 'event' as const } : fact)),
  items: made.items.map((item) => ({
    ...item,
    id: item.factIds.includes(factId) ? `older-${item.id}` : item.id,
    factIds: item.factIds.map((id) => (id === factId ? 'older-fact' : id)),
  })),
})

async function renew(viewer: Viewer, deckId: DeckId) {
  const renewed = await renewDeck(viewer, deckId, clock)
  if (renewed.kind !== 'regenerated') throw new Error(`The deck was not renewed: ${JSON.stringify(renewed)}`)
  return renewed
}

async function study(viewer: Viewer, deckId: DeckId, factId?: string) {
  const { cards } = await nextCards(viewer, { deckId, limit: 100 }, NOW)
  const card = first(cards, (one) => factId === undefined || one.factId === factId)
  const { factId: id, itemId, revisionId } = card
  const review = { factId: FactId.parse(id), itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) }
  const more = { id: ReviewId.parse(randomUUID()), rating: 'good' as const, at: NOW, durationMs: 1_000 }
  await recordReviews(viewer, [{ ...review, ...more }], NOW)
  return card
}

const shownAs = async (viewer: Viewer, deckId: DeckId, itemId: string) =>
  (await listShownRevisions(viewer, deckId)).find((shown) => shown.itemId === itemId)
const memoriesOf = ({ learnerId }: Viewer) => db().memory.findMany({ where: { learnerId } })
const factRow = (id: string) => db().fact.findUnique({ where: { id } })

describe('a better engine', () => {
  it('is offered to the author of a deck that an older one made, and to nobody else', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    expect(await findDeck(viewer, deckId)).toMatchObject({ renewable: true })
    const learner = await aLearner()
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    expect(await findDeck(learner, deckId)).toMatchObject({ renewable: false })
    await renew(viewer, deckId)
    expect(await findDeck(viewer, deckId)).toMatchObject({ renewable: false })
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: ENGINE_VERSION })
    const own = await aDeck(viewer)
    expect(await findDeck(viewer, own.deckId)).toMatchObject({ renewable: false })
  })

  it('is refused to whoever may not edit the deck, and the deck stays as it was', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    const [stranger, learner] = [await aLearner(), await aLearner()]
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    for (const who of [stranger, learner]) expect(await renewDeck(who, deckId, clock)).toEqual(NOT_FOUND)
    expect(await renewDeck(viewer, DeckId.parse(randomUUID()), clock)).toEqual(NOT_FOUND)
    await db().document.update({ where: { id: documentId }, data: { ownerId: null } })
    expect(await renewDeck(viewer, deckId, clock)).toEqual(NOT_FOUND)
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: OLDER_ENGINE })
  })

  it('adds what the older one had not made, and says how much', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck({
      facts: ({ facts }) => facts.slice(0, 3),
      items: ({ facts, items }) => {
        const few = new Set(facts.slice(0, 3).map(({ id }) => id))
        return items.filter(({ factIds }) => factIds.every((id) => few.has(id)))
      },
    })
    const before = await db().item.count({ where: { documentId } })
    const { facts, items } = await renew(viewer, deckId)
    expect(facts).toEqual({ fresh: made.facts.length - 3, changed: 0, kept: 3, gone: 0, held: 0 })
    expect(items).toEqual({ fresh: made.items.length - before, changed: 0, kept: before, gone: 0, held: 0 })
    const rows = await db().item.findMany({ where: { documentId }, orderBy: { position: 'asc' } })
    expect(rows.map(({ contentKey }) => contentKey)).toEqual(made.items.map(({ id }) => id))
  })

  it('changes nothing but its own name where it makes the same', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    const everything = async () => ({
      facts: await db().fact.findMany({ where: { documentId }, orderBy: { id: 'asc' }, omit: { engine: true } }),
      items: await db().item.findMany({ where: { documentId }, orderBy: { id: 'asc' }, omit: { engine: true } }),
      revisions: await db().revision.findMany({ where: { item: { documentId } }, orderBy: { id: 'asc' } }),
      links: await db().itemFact.findMany({
        where: { item: { documentId } },
        orderBy: [{ itemId: 'asc' }, { slot: 'asc' }],
      }),
    })
    const before = await everything()
    expect((await renew(viewer, deckId)).items).toMatchObject({ fresh: 0, changed: 0, gone: 0 })
    expect(await everything()).toEqual(before)
    expect(await renewDeck(viewer, deckId, clock)).toEqual({ kind: 'unchanged' })
  })

  it('is let in once when it is asked for twice at a time', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck({ items: ({ items }) => items.map(worded) })
    const kinds = (await Promise.all([renewDeck(viewer, deckId, clock), renewDeck(viewer, deckId, clock)])).map(
      ({ kind }) => kind,
    )
    expect(kinds).toContain('regenerated')
    expect(await db().item.count({ where: { documentId } })).toBe(made.items.length)
    expect(await db().fact.count({ where: { documentId } })).toBe(made.facts.length)
  })

  it('tells how far it is, and leaves the deck alone when it is cancelled', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    const phases = new Set<string>()
    const cancel = new AbortController()
    const options = {
      signal: cancel.signal,
      onProgress: ({ phase }: { phase: string }) => {
        phases.add(phase)
        if (phase === 'generating') cancel.abort()
      },
    }
    expect(await renewDeck(viewer, deckId, clock, options)).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect([...phases]).toEqual(['waiting', 'reading', 'generating'])
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: OLDER_ENGINE })
  })
})

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

describe('what the author decided', () => {
  it('keeps the author’s words where the engine’s words are others now', async () => {
    const { viewer, deckId, made, itemId } = await anOlderDeck({
      items: ({ items }) => replaced(items, worded(first(items, isCard))),
    })
    const card = first(made.items, isCard)
    const id = await itemId(`older-${card.id}`)
    const edit = { stem: 'What do I call it, in my own words?', key: ['as I say'], wrong: [] }
    const edited = await editItem(viewer, deckId, id, edit, { anyway: true }, NOW)
    if (edited.kind !== 'edited') throw new Error('not edited')
    await renew(viewer, deckId)
    expect((await shownAs(viewer, deckId, id))?.revision).toMatchObject({ id: edited.revisionId, stem: edit.stem })
    expect(await db().item.findUnique({ where: { id } })).toMatchObject({ contentKey: card.id, retired: false })
    // Taking the word back shows what the engine says now.
    await chooseItem(viewer, deckId, id, null, NOW)
    expect((await shownAs(viewer, deckId, id))?.revision.stem).toBe(card.stem)
  })

  it('keeps a rejection, whatever the item is called and however it is worded now', async () => {
    const same = (items: readonly Item[]) => first(items, ({ type }) => type === 'choice')
    const { viewer, deckId, made, itemId } = await anOlderDeck({
      items: ({ items }) =>
        replaced(items, worded(first(items, isCard)), { ...same(items), explanation: 'In other words.' }),
    })
    const ids = [await itemId(`older-${first(made.items, isCard).id}`), await itemId(same(made.items).id)]
    for (const id of ids) await chooseItem(viewer, deckId, id, rejected, NOW)
    const { items } = await renew(viewer, deckId)
    expect(items).toMatchObject({ fresh: 0, changed: 1, gone: 0 })
    for (const id of ids) expect(await shownAs(viewer, deckId, id)).toBeUndefined()
    const listed = (await listItems(viewer, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    for (const id of ids) expect(listed.find((item) => item.id === id)?.status).toBe('rejected')
  })

  it('keeps a nod to what the engine doubts, and to the very words that were nodded at', async () => {
    const { viewer, deckId, made, itemId } = await anOlderDeck({
      items: ({ items }) => replaced(items, { ...worded(first(items, isCard)), tier: 'B' }),
    })
    const id = await itemId(`older-${first(made.items, isCard).id}`)
    const listed = (await listItems(viewer, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    const { revisionId, stem } = first(listed, (item) => item.id === id)
    await chooseItem(viewer, deckId, id, { choice: 'accepted', revisionId }, NOW)
    await renew(viewer, deckId)
    expect((await shownAs(viewer, deckId, id))?.revision).toMatchObject({ id: revisionId, stem })
  })

  it('keeps what was accepted though it is no longer made, and a rejection should it be made again', async () => {
    const foreign = (item: Item, name: string): Item => ({ ...item, id: name, stem: `${name}?`, key: [name] })
    const { viewer, deckId, documentId, made, itemId } = await anOlderDeck({
      items: ({ items }) => {
        const card = first(items, isCard)
        return [...items, foreign(card, 'nodded'), foreign(card, 'refused'), foreign(card, 'unseen')]
      },
    })
    const [nodded, refused, unseen] = [await itemId('nodded'), await itemId('refused'), await itemId('unseen')]
    await chooseItem(viewer, deckId, nodded, accepted, NOW)
    await chooseItem(viewer, deckId, refused, rejected, NOW)
    const { items } = await renew(viewer, deckId)
    expect(items).toMatchObject({ kept: made.items.length, gone: 2, held: 1 })
    expect((await shownAs(viewer, deckId, nodded))?.revision.stem).toBe('nodded?')
    expect(await db().item.findUnique({ where: { id: refused } })).toMatchObject({ retired: true })
    expect(await db().item.count({ where: { id: unseen } })).toBe(0)
    const listed = (await listItems(viewer, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    expect(listed.map(({ id }) => id)).not.toContain(refused)
    await db().document.update({ where: { id: documentId }, data: { engine: OLDER_ENGINE } })
    await renew(viewer, deckId)
    expect(await db().deckChoice.count({ where: { deckId, itemId: refused, choice: 'rejected' } })).toBe(1)
  })
})

describe('what learners remember', () => {
  it('stays with the fact, its schedule untouched, when the fact has another key and kind now', async () => {
    const factOf = ({ items }: Generated) => first(items, isCard).factIds[0] ?? ''
    const { viewer, deckId, documentId, made } = await anOlderDeck({
      facts: (all) => named(all, factOf(all)).facts,
      items: (all) => named(all, factOf(all)).items,
    })
    const old = await db().fact.findFirstOrThrow({ where: { documentId, contentKey: 'older-fact' } })
    const learner = await aLearner()
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    await study(learner, deckId, old.id)
    const [memories, reviews] = [await memoriesOf(learner), await db().review.findMany()]
    const { facts, items } = await renew(viewer, deckId)
    expect([facts, items]).toMatchObject([
      { fresh: 0, gone: 0, held: 0 },
      { fresh: 0, gone: 0, held: 0 },
    ])
    expect(await memoriesOf(learner)).toEqual(memories)
    expect(await db().review.findMany()).toEqual(reviews)
    expect(await factRow(old.id)).toMatchObject({ contentKey: factOf(made), retired: false })
  })

  it('keeps a fact that is no longer found with its items, where it stands; what nobody studied goes', async () => {
    const shifted = (made: Generated, name: string) => {
      const card = first(made.items, isCard)
      const fact = first(made.facts, ({ id }) => id === card.factIds[0])
      return {
        fact: { ...fact, id: name, statement: `${name}.`, answer: name, answerSpan: null, kind: 'event' as const },
        item: { ...card, id: `card-${name}`, factIds: [name], key: [name], stem: `What of ${name}?` },
      }
    }
    const { viewer, deckId, documentId, made } = await anOlderDeck({
      facts: (all) => [...all.facts, shifted(all, 'studied').fact, shifted(all, 'unseen').fact],
      items: (all) => [...all.items, shifted(all, 'studied').item, shifted(all, 'unseen').item],
    })
    const row = (contentKey: string) => db().fact.findFirst({ where: { documentId, contentKey } })
    const factId = (await row('studied'))?.id ?? ''
    await study(viewer, deckId, factId)
    const memories = await memoriesOf(viewer)
    const { facts, items } = await renew(viewer, deckId)
    expect([facts, items]).toMatchObject([
      { fresh: 0, gone: 1, held: 1 },
      { fresh: 0, gone: 1, held: 1 },
    ])
    expect(await memoriesOf(viewer)).toEqual(memories)
    expect(await row('unseen')).toBeNull()
    expect(await row('studied')).toMatchObject({ retired: false, engine: OLDER_ENGINE })
    const { cards } = await nextCards(viewer, { deckId, factIds: [FactId.parse(factId)], limit: 5 }, NOW)
    expect(cards).toMatchObject([{ factId, front: 'What of studied?' }])
    // Its author may still turn it down, and a third reading leaves it as it is.
    await db().document.update({ where: { id: documentId }, data: { engine: OLDER_ENGINE } })
    expect((await renew(viewer, deckId)).facts).toMatchObject({ kept: made.facts.length, gone: 0, held: 1 })
    const order = await db().fact.findMany({ where: { documentId }, orderBy: { position: 'asc' } })
    const starts = order.map(({ spans }) => (spans as { start: number }[])[0]?.start ?? 0)
    expect(starts).toEqual([...starts].sort((one, other) => one - other))
  })

  it('keeps the last card of a studied fact that the engine asks otherwise now, and drops it of others', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const card = await study(viewer, deckId)
    const { contentKey } = await db().fact.findUniqueOrThrow({ where: { id: card.factId } })
    const turnable = made.items.filter((item) => asCard(item) !== null)
    const cardless = { ...made, items: made.items.filter((item) => !turnable.includes(item)) }
    const asked = new Set(cardless.items.flatMap(({ factIds }) => factIds))
    const facts = made.facts.filter(({ id }) => asked.has(id) || id === contentKey)
    await renewRows({ id: documentId, ownerId: viewer.learnerId, engine: OLDER_ENGINE }, { ...cardless, facts }, 'txt')
    const cards = await db().item.findMany({
      where: { documentId, contentKey: { in: turnable.map(({ id }) => id) } },
      include: { facts: true },
    })
    expect(new Set(cards.flatMap((one) => one.facts.map(({ factId }) => factId)))).toEqual(new Set([card.factId]))
    expect(cards.map(({ id }) => id)).toContain(card.itemId)
    const again = await nextCards(viewer, { deckId, factIds: [FactId.parse(card.factId)], limit: 5 }, NOW)
    expect(again.cards).toMatchObject([{ factId: card.factId }])
  })

  it('keeps its last card while what is made of it now waits for the author', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const card = await study(viewer, deckId)
    const { contentKey } = await db().fact.findUniqueOrThrow({ where: { id: card.factId } })
    const items = made.items.map((item) =>
      item.factIds.includes(contentKey) ? { ...worded(item), type: 'numeric' as const, tier: 'B' as const } : item,
    )
    await renewRows({ id: documentId, ownerId: viewer.learnerId, engine: OLDER_ENGINE }, { ...made, items }, 'txt')
    const again = await nextCards(viewer, { deckId, factIds: [FactId.parse(card.factId)], limit: 5 }, NOW)
    expect(again.cards).toMatchObject([{ factId: card.factId, itemId: card.itemId }])
  })

  it('is asked as before where the engine has its doubts now; of other facts it waits for the author', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const card = await study(viewer, deckId)
    const before = (await listShownRevisions(viewer, deckId)).filter(({ factIds }) =>
      factIds.some((id) => id === card.factId),
    )
    const doubtful = { ...made, items: made.items.map((item) => ({ ...item, tier: 'B' as const })) }
    await renewRows({ id: documentId, ownerId: viewer.learnerId, engine: OLDER_ENGINE }, doubtful, 'txt')
    expect(await listShownRevisions(viewer, deckId)).toEqual(before)
  })

  it('leaves quizzes and attempts what they showed', async () => {
    const { viewer, deckId } = await anOlderDeck({ items: ({ items }) => items.map(worded) })
    const quiz = await createQuiz(viewer, { deckId, count: 5, mode: 'practice' }, 7, NOW)
    if (quiz.kind !== 'created') throw new Error(quiz.reason)
    const asked = () =>
      db().quizQuestion.findMany({
        where: { quizId: quiz.quizId },
        orderBy: { position: 'asc' },
        include: { revision: true },
      })
    const before = await asked()
    await renew(viewer, deckId)
    expect(await asked()).toEqual(before)
  })
})
