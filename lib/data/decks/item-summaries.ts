import 'server-only'
import type { Finding } from '../../core/check/check-result'
import type { FinderName } from '../../core/generation/draft'
import { ItemId, RevisionId } from '../../core/ids'
import type { Filtered } from '../../core/item/filter-items'
import { type ItemType, parseContent, type Typed, write } from '../../core/question-types/registry'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { DeckChoice } from './accept-items'
import { type Revision, revisionOf } from './item-revisions'
import { IN_THE_ORDER_OF_THE_DOCUMENT } from './shown-items'

/** What is known of an item before its words are read. */
export type ItemSummary = Filtered & {
  readonly id: ItemId
  /** What it asks, the main fact first. */
  readonly factIds: readonly string[]
  /** Its place among all that the viewer sees of the deck, from 1. */
  readonly number: number
  readonly choice: DeckChoice
  readonly type: ItemType
  readonly edited: boolean
  readonly finder: FinderName
  /** Its author wrote it in the place of another one, to change its type, or to merge or split items. */
  readonly replaces: boolean
  /** Its author put another in its place, which holds: then it is listed only where it is asked for by name. */
  readonly replaced: boolean
  /** What its author should look at; empty for readers who may not edit the deck, and once it is accepted or edited. */
  readonly doubts: readonly Finding[]
  /** From 1, the best of the document. */
  readonly rank: number
}

/** Every item that the deck's author sees of it, or with `mayEdit: false` a learner, in the order of the document. */
export async function summarizeItems(deck: {
  readonly id: string
  readonly documentId: string
  readonly engine: string
  readonly mayEdit: boolean
}): Promise<readonly Omit<ItemSummary, 'number'>[]> {
  const rows = await db().deckItem.findMany({
    // Learners meet what is shown. Authors also see what waits, what they rejected and what they replaced.
    where: { deckId: deck.id, OR: [{ isShown: true }, ...(deck.mayEdit ? [{ item: { retired: false } }] : [])] },
    orderBy: IN_THE_ORDER_OF_THE_DOCUMENT,
    select: select(deck.id),
  })
  const editedTypes = await typesOfEdited(rows)
  return rows.map((row) => summaryOf(row, editedTypes, deck.engine))
}

/** An edit may change the type: a cloze with several gaps is of another. Only the revision says so. */
async function typesOfEdited(rows: readonly Row[]): Promise<ReadonlyMap<string, ItemType>> {
  const ids = rows.flatMap(({ revision }) => (revision?.authorId ? [revision.id] : []))
  if (ids.length === 0) return new Map()
  const revisions = await db().revision.findMany({ where: { id: { in: ids } }, select: { id: true, content: true } })
  return new Map(revisions.map(({ id, content }) => [id, parseContent(content).type]))
}

const select = (deckId: string) =>
  ({
    status: true,
    revision: { select: { id: true, authorId: true } },
    item: {
      select: {
        id: true,
        type: true,
        engine: true,
        retired: true,
        createdAt: true,
        ...{ finder: true, doubts: true, rank: true },
        facts: { orderBy: { slot: 'asc' }, select: { factId: true } },
        choices: {
          where: { deckId },
          select: {
            ...{ choice: true, revisionId: true },
            replacedBy: { select: { choices: { where: { deckId }, select: { choice: true, replacedById: true } } } },
          },
        },
        replaced: { where: { deckId }, select: { itemId: true }, take: 1 },
      },
    },
  }) satisfies Prisma.DeckItemSelect

type Row = Prisma.DeckItemGetPayload<{ select: ReturnType<typeof select> }>

function summaryOf(
  { status, revision, item }: Row,
  editedTypes: ReadonlyMap<string, ItemType>,
  present: string,
): Omit<ItemSummary, 'number'> {
  const { facts, choices, replaced, engine, ...row } = item
  const [chosen] = choices
  return {
    id: ItemId.parse(row.id),
    factIds: facts.map(({ factId }) => factId),
    type: editedTypes.get(revision?.id ?? '') ?? (row.type as ItemType),
    status: status as ItemSummary['status'],
    edited: (revision?.authorId ?? null) !== null,
    held: row.finder === 'rules' && (row.retired || engine !== present),
    finder: row.finder as FinderName,
    replaces: replaced.length > 0,
    replaced: choices.some(isReplaced),
    doubts: status === 'accepted' || status === 'rejected' ? [] : (row.doubts as Finding[]),
    rank: row.rank,
    createdAt: row.createdAt,
    choice: chosen
      ? { choice: chosen.choice, revisionId: chosen.revisionId ? RevisionId.parse(chosen.revisionId) : null }
      : null,
  }
}

/** Unless what replaced it was rejected itself: then its author may want it back. */
const isReplaced = ({ choice, replacedBy }: Row['item']['choices'][number]): boolean =>
  choice === 'rejected' &&
  (replacedBy?.choices.some((other) => other.choice === 'accepted' || other.replacedById !== null) ?? false)

type ListedAnswer = Typed & Pick<Revision, 'evidence'>

export type ItemWithWords = Omit<ItemSummary, 'createdAt' | 'choice' | 'replaced'> & {
  /** The one shown; a choice names it, so that a newer engine does not change what an author nodded at. */
  readonly revisionId: RevisionId
  readonly stem: string
  readonly options: readonly string[]
  /** Null where the viewer may not edit the deck and the item is a question: keys stay on the server. */
  readonly answer: ListedAnswer | null
  /** What undo goes back to. */
  readonly choice: DeckChoice
}

/** The words of items as the deck shows them. The summaries come from `summarizeItems`, which has looked at who asks. */
export async function listWords(
  summaries: readonly ItemSummary[],
  { deckId, mayEdit }: { deckId: string; mayEdit: boolean },
): Promise<ReadonlyMap<ItemId, ItemWithWords>> {
  const rows = await db().deckItem.findMany({
    where: { deckId, itemId: { in: summaries.map(({ id }) => id) } },
    select: { itemId: true, revision: true },
  })
  const byItem = new Map(rows.map(({ itemId, revision }) => [itemId, revision]))
  return new Map(
    summaries.flatMap(({ factIds, createdAt, choice, replaced, ...summary }) => {
      const found = byItem.get(summary.id)
      if (!found) return []
      const revision = revisionOf(found)
      const item: ItemWithWords = {
        ...summary,
        type: revision.type,
        factIds: mayEdit ? factIds : [],
        doubts: mayEdit ? summary.doubts : [],
        revisionId: revision.id,
        stem: revision.stem,
        options: [...write(revision).options].sort((a, b) => a.localeCompare(b)),
        answer: mayEdit || summary.type === 'flashcard' ? answerOf(revision) : null,
        choice: choice && { choice: choice.choice, revisionId: revision.id },
      }
      return [[summary.id, item] as const]
    }),
  )
}

function answerOf({ type, content, evidence }: Revision): ListedAnswer {
  return { type, content, evidence } as ListedAnswer
}
