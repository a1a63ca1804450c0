import 'server-only'
import type { Evidence, Span } from '../../core/document/document'
import type { FactKind } from '../../core/fact/fact'
import type { DeckId, ItemId } from '../../core/ids'
import { type Candidate, rankWrongOptions } from '../../core/item/wrong-options'
import type { Viewer } from '../../core/people/viewer'
import { isArrangement, isStatement, write } from '../../core/question-types/registry'
import { db } from '../../db'
import { type Revision, revisionOf } from '../decks/item-revisions'

/** An item as it is in the editor. */
export type EditedWords = {
  /** Null for a new item. */
  readonly itemId: ItemId | null
  readonly key: readonly string[]
  readonly wrong: readonly string[]
  readonly evidence: readonly Span[]
}

/** Wrong options for an item of the viewer's own deck, the best first: answers of the same form to other facts of it. */
export async function offerWrongOptions(
  viewer: Viewer,
  deckId: DeckId,
  { itemId, key, wrong, evidence }: EditedWords,
): Promise<readonly string[]> {
  const [text] = key
  const [listed, document] = await Promise.all([listAnswers(viewer, deckId, itemId), readDocument(viewer, deckId)])
  if (text === undefined || !document) return []
  const own = listed.find(({ id }) => id === itemId)
  const sentence = evidence.map(({ start, end }) => document.text.slice(start, end)).join(' ')
  const others = listed.filter(({ id }) => id !== itemId)
  return rankWrongOptions(
    { text, kind: own?.kind ?? AUTHORED, sentence },
    [...others.flatMap(candidatesOf), ...others.flatMap(optionsOf)],
    [...key, ...wrong],
  )
}

/** A new item asks a fact of this kind. */
const AUTHORED: FactKind = 'property'

function readDocument(viewer: Viewer, deckId: DeckId) {
  return db().document.findFirst({
    where: { decks: { some: { id: deckId, ownerId: viewer.learnerId } } },
    select: { text: true },
  })
}

async function listAnswers(viewer: Viewer, deckId: DeckId, itemId: ItemId | null) {
  const rows = await db().deckItem.findMany({
    where: {
      deckId,
      deck: { ownerId: viewer.learnerId },
      OR: [{ item: { retired: false } }, ...(itemId ? [{ itemId }] : [])],
    },
    select: {
      itemId: true,
      revision: true,
      item: { select: { facts: { where: { slot: 0 }, select: { fact: { select: { kind: true } } } } } },
    },
    orderBy: { item: { position: 'asc' } },
  })
  return rows.flatMap(({ itemId: id, revision, item }) =>
    revision ? [{ id, revision: revisionOf(revision), kind: item.facts[0]?.fact.kind ?? '' }] : [],
  )
}

type Listed = { readonly revision: Revision; readonly kind: string }

function candidatesOf({ revision, kind }: Listed): Candidate[] {
  if (isStatement(revision.type) || isArrangement(revision.type)) return []
  const sentence = revision.evidence.map(({ quote }: Evidence) => quote).join(' ')
  return write(revision).key.map((text) => ({ text, kind, sentence }))
}

/** What other choices offer: a distractor of theirs may be one here. */
function optionsOf({ revision, kind }: Listed): Candidate[] {
  if (revision.type !== 'choice' && revision.type !== 'multiple') return []
  return write(revision).options.map((text) => ({ text, kind, sentence: '' }))
}
