import 'server-only'
import { fittingOptions } from '../../core/check/fitting-options'
import type { Evidence, Span } from '../../core/document/document'
import type { FactKind } from '../../core/fact/fact'
import type { DeckId, ItemId } from '../../core/ids'
import { compose } from '../../core/item/compose'
import { writeItem } from '../../core/item/item'
import { type Candidate, MOST_OFFERED, rankWrongOptions } from '../../core/item/wrong-options'
import type { Viewer } from '../../core/people/viewer'
import { isArrangement, isStatement, write } from '../../core/question-types/registry'
import { db } from '../../db'
import { type Revision, revisionOf } from '../decks/item-revisions'

/** An item as it is in the editor. */
export type EditedWords = {
  readonly stem: string
  /** Null for a new item. */
  readonly itemId: ItemId | null
  readonly key: readonly string[]
  readonly wrong: readonly string[]
  readonly evidence: readonly Span[]
}

/**
 * Wrong options for an item of the viewer's own deck, the best first: answers of the same kind and form to other facts of it, to
 * which no check objects.
 */
export async function offerWrongOptions(
  viewer: Viewer,
  deckId: DeckId,
  { itemId, stem, key, wrong, evidence }: EditedWords,
): Promise<readonly string[]> {
  const [text] = key
  const [listed, document] = await Promise.all([listAnswers(viewer, deckId, itemId), readDocument(viewer, deckId)])
  if (text === undefined || !document) return []
  const own = listed.find(({ id }) => id === itemId)
  const proofs = evidence.map(({ start, end }) => ({ start, end, quote: document.text.slice(start, end) }))
  const sentence = proofs.map(({ quote }) => quote).join(' ')
  const others = listed.filter(({ id }) => id !== itemId)
  const ranked = rankWrongOptions(
    { text, kind: own?.kind ?? AUTHORED, sentence },
    [...others.flatMap(candidatesOf), ...others.flatMap(optionsOf)],
    [...key, ...wrong],
  )
  const type = key.length > 1 ? 'multiple' : 'choice'
  const composed = compose({ type, stem: stem || text, key, wrong: ranked.slice(0, 1) }, 0)
  if (composed.kind === 'rejected') return []
  const item = writeItem({ ...composed.item, id: '', tier: 'A', factIds: [], explanation: sentence, evidence: proofs })
  return fittingOptions(item, ranked, { ...document, headings: [], stems: [] }, MOST_OFFERED)
}

/** A new item asks a fact of this kind. */
const AUTHORED: FactKind = 'property'

function readDocument(viewer: Viewer, deckId: DeckId) {
  return db().document.findFirst({
    where: { decks: { some: { id: deckId, ownerId: viewer.learnerId } } },
    select: { text: true, title: true, language: true },
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
