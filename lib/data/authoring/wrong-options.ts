import 'server-only'
import type { Evidence } from '../../core/document/document'
import type { DeckId, ItemId } from '../../core/ids'
import { type Candidate, rankWrongOptions } from '../../core/item/wrong-options'
import type { Viewer } from '../../core/people/viewer'
import { isArrangement, isStatement, write } from '../../core/question-types/registry'
import { db } from '../../db'
import { type Revision, revisionOf } from '../decks/item-revisions'

/** Wrong options for an item of the viewer's own deck, the best first: answers of the same form to other facts of it. */
export async function offerWrongOptions(viewer: Viewer, deckId: DeckId, itemId: ItemId): Promise<readonly string[]> {
  const rows = await db().deckItem.findMany({
    where: { deckId, deck: { ownerId: viewer.learnerId }, OR: [{ item: { retired: false } }, { itemId }] },
    select: {
      itemId: true,
      revision: true,
      item: { select: { facts: { where: { slot: 0 }, select: { fact: { select: { kind: true } } } } } },
    },
    orderBy: { item: { position: 'asc' } },
  })
  const items = rows.flatMap(({ itemId: id, revision, item }) =>
    revision ? [{ id, revision: revisionOf(revision), kind: item.facts[0]?.fact.kind ?? '' }] : [],
  )
  const own = items.find(({ id }) => id === itemId)
  const [key] = own ? candidatesOf(own) : []
  if (!own || !key) return []
  const others = items.filter(({ id }) => id !== itemId)
  const { options } = write(own.revision)
  return rankWrongOptions(
    key,
    [...others.flatMap(candidatesOf), ...others.flatMap(optionsOf)],
    [...write(own.revision).key, ...options],
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
