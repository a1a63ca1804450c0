import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { type ClassId, DeckId, LearnerId } from '@/lib/core/ids'
import { masteryOf } from '@/lib/core/memory/mastery'
import type { Mastery } from '@/lib/core/memory/memory'
import { type CountedTable, countClassTable } from '@/lib/core/statistics/class-table'
import { memoryOf } from '@/lib/data/study/memory-row'
import { db } from '@/lib/db'
import { classesTaughtBy, learnersTaughtBy } from './classes-taught-by'
import { type DeckFact, listFactsOfDeck } from './list-facts-of-deck'
import { listLastActivity } from './list-learners'

type ClassLearnerCells = {
  readonly learnerId: LearnerId
  readonly name: string
  readonly lastActivity: Date | null
  /** One per fact, in the order of the facts; null where nothing was ever answered. */
  readonly history: readonly (CellHistory | null)[]
}
type CellHistory = { readonly reviews: number; readonly lapses: number; readonly last: Date }

export type ClassTable = CountedTable<ClassLearnerCells> & {
  /** What is assigned, in the order of the first assignment. */
  readonly decks: readonly { readonly deckId: DeckId; readonly title: string }[]
  readonly shown: DeckId
  readonly facts: readonly DeckFact[]
  /** Runs of facts under one heading. */
  readonly groups: readonly { readonly heading: string; readonly facts: number }[]
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
  const rows = await listRows(viewer, classId, facts, now)
  return { kind: 'table', ...countClassTable(rows), decks, shown, facts, groups: groupByHeading(facts) }
}

function uniqueDecks(decks: readonly { id: string; title: string }[]) {
  const titles = new Map(decks.map((deck) => [deck.id, deck.title]))
  return [...titles].map(([id, title]) => ({ deckId: DeckId.parse(id), title }))
}

async function listRows(viewer: Viewer, classId: ClassId, facts: readonly DeckFact[], now: Date) {
  const members = await db().membership.findMany({
    where: { classId, ...learnersTaughtBy(viewer) },
    select: { learnerId: true, name: true },
  })
  const learnerIds = members.map((member) => member.learnerId)
  const memories = await db().memory.findMany({
    where: { learnerId: { in: learnerIds }, factId: { in: facts.map((fact) => fact.factId) } },
  })
  const last = await listLastActivity(classId, learnerIds)
  const byCell = new Map(memories.map((row) => [row.learnerId + row.factId, row]))
  return members.map((member) => {
    const rows = facts.map((fact) => byCell.get(member.learnerId + fact.factId))
    return {
      learner: {
        learnerId: LearnerId.parse(member.learnerId),
        name: member.name,
        lastActivity: last.get(member.learnerId) ?? null,
        history: rows.map((row) => (row ? { reviews: row.reviews, lapses: row.lapses, last: row.lastReview } : null)),
      },
      cells: rows.map((row): Mastery => masteryOf(memoryOf(row), now)),
    }
  })
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
