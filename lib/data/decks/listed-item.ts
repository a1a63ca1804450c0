import 'server-only'
import type { ItemId, RevisionId } from '../../core/ids'
import type { ItemType } from '../../core/item/item'
import { wrongOptions } from '../../core/item/reword'
import { db } from '../../db'
import type { DeckChoice } from './choose-item'
import type { ItemMark } from './mark-items'
import { chosenRevision, type Revision, revisionOf } from './revision-of'

type ListedAnswer = Pick<Revision, 'key' | 'accepted' | 'evidence' | 'distractorReasons'> & {
  readonly wrong: readonly string[]
}

export type ListedItem = Omit<ItemMark, 'createdAt' | 'choice'> & {
  /** The one shown; a choice names it, so that a newer engine does not change what an author nodded at. */
  readonly revisionId: RevisionId
  readonly stem: string
  readonly options: readonly string[]
  /** Null where the viewer may not edit the deck and the item is a question: keys stay on the server. */
  readonly answer: ListedAnswer | null
  /** What undo goes back to. */
  readonly choice: DeckChoice
}

/** The words of items as the deck shows them. The marks come from `markItems`, which has looked at who asks. */
export async function listWords(
  marks: readonly ItemMark[],
  { deckId, mayEdit }: { deckId: string; mayEdit: boolean },
): Promise<ReadonlyMap<ItemId, ListedItem>> {
  const rows = await db().revision.findMany({
    where: {
      itemId: { in: marks.map(({ id }) => id) },
      OR: [{ authorId: null }, { choices: { some: { deckId } } }],
    },
  })
  const byItem = new Map<string, typeof rows>()
  for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row])
  return new Map(
    marks.flatMap(({ factIds, createdAt, choice, ...mark }) => {
      const found = chosenRevision(byItem.get(mark.id) ?? [], choice?.revisionId)
      if (!found) return []
      const revision = revisionOf(found)
      const item: ListedItem = {
        ...mark,
        factIds: mayEdit ? factIds : [],
        revisionId: revision.id,
        stem: revision.stem,
        options: [...revision.options].sort((a, b) => a.localeCompare(b)),
        answer: mayEdit || mark.type === 'flashcard' ? answerOf(mark.type, revision) : null,
        choice: choice && { choice: choice.choice, revisionId: revision.id },
      }
      return [[mark.id, item] as const]
    }),
  )
}

function answerOf(type: ItemType, { key, options, accepted, evidence, distractorReasons }: Revision): ListedAnswer {
  return { key, wrong: wrongOptions({ type, key, options }), accepted, evidence, distractorReasons }
}
