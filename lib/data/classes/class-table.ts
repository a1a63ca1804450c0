import 'server-only'
import { type ClassId, DeckId, FactId, type LearnerId } from '@/lib/core/ids'
import { masteryOf } from '@/lib/core/memory/scheduling/mastery'
import type { Mastery } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { type CountedTable, countClassTable } from '@/lib/core/statistics/class-table'
import { memoryOf } from '@/lib/data/memories/memory-rows'
import { isActiveReview } from '@/lib/data/study/study-scope'
import { db } from '@/lib/db'
import { classesTaughtBy } from './class-access'
import { type ClassFacts, classFacts } from './facts-to-teach'
import { type LearnerActivity, listActivity } from './learners'

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
  readonly toTeach: ClassFacts
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
  const toTeach = await classFacts(viewer, classId, shown, now)
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

type ClassCell = {
  readonly mastery: Mastery
  /** Null where nothing was ever answered or rated. */
  readonly history: CellHistory | null
}

/** Answers are those to questions, of a test once it is handed in; ratings are those of cards. What was undone is left out. */
type CellHistory = {
  readonly answers: number
  readonly wrong: number
  readonly ratings: number
  readonly again: number
  readonly last: Date
}

type Counted = CellHistory & { learnerId: string; factId: string }

/** Each learner by each fact. The caller has checked that the viewer teaches them and may see the facts. */
async function listCells(
  learnerIds: readonly LearnerId[],
  factIds: readonly FactId[],
  now: Date,
): Promise<(learnerId: LearnerId, factId: FactId) => ClassCell> {
  const [learners, facts] = [[...learnerIds], [...factIds]]
  const memories = await db().memory.findMany({ where: { learnerId: { in: learners }, factId: { in: facts } } })
  // An answer to a question is a review too: in practice as it is given, in a test on handing in.
  const counted = await db().$queryRaw<Counted[]>`
    SELECT r."learnerId"::text AS "learnerId", r."factId"::text AS "factId",
      count(*) FILTER (WHERE r.source = 'question')::int AS answers,
      count(*) FILTER (WHERE r.source = 'question' AND r.rating = 'again')::int AS wrong,
      count(*) FILTER (WHERE r.source = 'card')::int AS ratings,
      count(*) FILTER (WHERE r.source = 'card' AND r.rating = 'again')::int AS again,
      max(r.at) AS last
    FROM "Review" r
    WHERE r."learnerId" = ANY(${learners}::uuid[]) AND r."factId" = ANY(${facts}::uuid[]) AND ${isActiveReview}
    GROUP BY r."learnerId", r."factId"`
  const memoryAt = new Map(memories.map((row) => [row.learnerId + row.factId, memoryOf(row)]))
  const countedAt = new Map(counted.map((row) => [row.learnerId + row.factId, row]))
  return (learnerId, factId) => {
    const memory = memoryAt.get(learnerId + factId) ?? memoryOf(null)
    const row = countedAt.get(learnerId + factId)
    return {
      mastery: masteryOf(memory, now),
      history: row ? historyOf(row) : null,
    }
  }
}

function historyOf({ answers, wrong, ratings, again, last }: Counted): CellHistory {
  return { answers, wrong, ratings, again, last }
}

type DeckFact = { readonly factId: FactId; readonly heading: string; readonly statement: string }

/** The facts that learners of a deck are asked about, in the document's order. Callers have checked who asks. */
async function listFactsOfDeck(deckId: DeckId): Promise<DeckFact[]> {
  const facts = await db().fact.findMany({
    where: { inDecks: { some: { deckId } } },
    orderBy: { position: 'asc' },
    select: { id: true, heading: true, statement: true },
  })
  return facts.map((fact) => ({ factId: FactId.parse(fact.id), heading: fact.heading, statement: fact.statement }))
}
