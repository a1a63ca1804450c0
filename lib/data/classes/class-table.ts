import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { type ClassId, DeckId } from '@/lib/core/ids'
import { type CountedTable, countClassTable } from '@/lib/core/statistics/class-table'
import { type FactsToTeach, factsToTeach } from '@/lib/core/statistics/facts-to-teach'
import { db } from '@/lib/db'
import { classesTaughtBy } from './classes-taught-by'
import { type LearnerActivity, listActivity } from './list-activity'
import { type CellHistory, listCells } from './list-cells'
import { type DeckFact, listFactsOfDeck } from './list-facts-of-deck'

type ClassLearnerCells = LearnerActivity & {
  /** One per fact, in the order of the facts; null where nothing was ever answered. */
  readonly history: readonly (CellHistory | null)[]
}

export type ClassTable = CountedTable<ClassLearnerCells> & {
  /** What is assigned, in the order of the first assignment. */
  readonly decks: readonly { readonly deckId: DeckId; readonly title: string }[]
  readonly shown: DeckId
  readonly facts: readonly DeckFact[]
  /** Runs of facts under one heading. */
  readonly groups: readonly { readonly heading: string; readonly facts: number }[]
  readonly toTeach: FactsToTeach
}

type Missing = { kind: 'rejected'; reason: 'not-found' | 'nothing-assigned' }

/** Learners by facts of one assigned deck (the first, unless another is asked for), as each would do now. Teachers only. */
export async function classTable(
  viewer: Viewer,
  classId: ClassId,
  now: Date,
  asked: DeckId | null = null,
): Promise<({ kind: 'table' } & ClassTable) | Missing> {
  const found = await db().class.findFirst({
    where: { id: classId, ...classesTaughtBy(viewer) },
    select: {
      assignments: { select: { deck: { select: { id: true, title: true } } }, orderBy: { createdAt: 'asc' } },
    },
  })
  if (!found) return { kind: 'rejected', reason: 'not-found' }
  const decks = uniqueDecks(found.assignments.map((assignment) => assignment.deck))
  const shown = decks.find((deck) => deck.deckId === asked)?.deckId ?? decks[0]?.deckId
  if (!shown) return { kind: 'rejected', reason: 'nothing-assigned' }
  const facts = await listFactsOfDeck(shown)
  const learners = (await listActivity(viewer, [classId])).get(classId) ?? []
  const cellOf = await listCells(
    learners.map(({ learnerId }) => learnerId),
    facts.map(({ factId }) => factId),
    now,
  )
  const cells = learners.map(({ learnerId }) => facts.map(({ factId }) => cellOf(learnerId, factId)))
  const rows = learners.map((learner, at) => ({
    learner: { ...learner, history: (cells[at] ?? []).map(({ history }) => history) },
    started: learner.lastActivity !== null,
    cells: (cells[at] ?? []).map(({ mastery }) => mastery),
  }))
  const toTeach = factsToTeach(
    cells.map((row) => row.map(({ evidence }) => evidence)),
    now,
  )
  return { kind: 'table', ...countClassTable(rows), decks, shown, facts, groups: groupByHeading(facts), toTeach }
}

function uniqueDecks(decks: readonly { id: string; title: string }[]) {
  const titles = new Map(decks.map((deck) => [deck.id, deck.title]))
  return [...titles].map(([id, title]) => ({ deckId: DeckId.parse(id), title }))
}

function groupByHeading(facts: readonly DeckFact[]): { heading: string; facts: number }[] {
  const groups: { heading: string; facts: number }[] = []
  for (const { heading } of facts) {
    const last = groups.at(-1)
    if (last?.heading === heading) last.facts += 1
    else groups.push({ heading, facts: 1 })
  }
  return groups
}
