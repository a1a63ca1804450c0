import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Memory, Rating } from '@/lib/core/memory/scheduling/memory'
import { type MemoryParameters, writeParameters } from '@/lib/core/memory/scheduling/parameters'
import { applyReview } from '@/lib/core/memory/scheduling/replay'
import { recall } from '@/lib/core/memory/scheduling/scheduler'
import type { RandomSource } from '@/lib/core/shared/random'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Part } from './cast'

/** A fact with the card that asks it. */
export type Card = { readonly factId: string; readonly itemId: string; readonly revisionId: string }

export type Mind = {
  readonly learnerId: string
  readonly parameters: MemoryParameters
  readonly memories: Map<string, Memory>
  readonly reviews: Prisma.ReviewCreateManyInput[]
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
/** After this long they put it away, whatever is left. */
const LONGEST_SESSION_MS = 25 * MINUTE_MS

export const NEW: Memory = { kind: 'new' }

/** One session with the cards: steps whose time has come, then what is due, then a few new ones. */
export function simulateSession(
  mind: Mind,
  part: Part,
  cards: readonly Card[],
  start: Date,
  now: Date,
  random: RandomSource,
): void {
  const last = Math.min(start.getTime() + LONGEST_SESSION_MS, now.getTime())
  const waiting = planSession(mind, cards, start, Math.floor(part.pace * cards.length + random()))
  const steps: Card[] = []
  let at = start.getTime()
  for (let card = waiting.shift(); card; card = takeStep(mind, steps, at) ?? waiting.shift() ?? steps.shift()) {
    const before = mind.memories.get(card.factId) ?? NEW
    // When nothing but a step is left whose minutes are not over, they wait for it.
    if (isOnStep(before)) at = Math.max(at, before.due.getTime())
    const durationMs = Math.round(2 * SECOND_MS + random() * 8 * SECOND_MS)
    at += durationMs
    if (at > last) return
    const time = new Date(at)
    const after = rate(mind, card, 'card', rateCard(before, time, part, random), time, durationMs)
    if (isOnStep(after)) steps.push(card)
    steps.sort((one, other) => dueOf(mind, one) - dueOf(mind, other))
  }
}

function isOnStep(memory: Memory): memory is Extract<Memory, { kind: 'reviewed' }> {
  return memory.kind === 'reviewed' && memory.state !== 'review'
}

/** Keeps one review and the memory that it makes, as the app does. */
export function rate(
  mind: Mind,
  card: Card,
  source: 'card' | 'question',
  rating: Rating,
  at: Date,
  durationMs: number,
): Memory {
  const { learnerId, parameters } = mind
  const { factId, itemId, revisionId } = card
  const response = { factId, source, rating, at, parameters, assisted: false }
  const applied = applyReview(mind.memories.get(factId) ?? NEW, response)
  mind.memories.set(factId, applied.memory)
  mind.reviews.push({
    learnerId,
    id: randomUUID(),
    factId,
    itemId,
    revisionId,
    source,
    rating,
    at,
    receivedAt: at,
    durationMs,
    scheduled: applied.scheduled,
    ...applied.tested,
    parameters: writeParameters(parameters),
  })
  return applied.memory
}

/** Whether somebody of this ability recalls a fact at this moment. */
export function recalls(memory: Memory, at: Date, part: Part, random: RandomSource): boolean {
  const expected = memory.kind === 'new' ? 0.25 : Math.min(0.99, Math.max(0.01, recall(memory, at)))
  const odds = Math.log(expected / (1 - expected)) + part.ability
  return random() < 1 / (1 + Math.exp(-odds))
}

function planSession(mind: Mind, cards: readonly Card[], start: Date, fresh: number): Card[] {
  const isDue = ({ factId }: Card) => {
    const memory = mind.memories.get(factId)
    return memory?.kind === 'reviewed' && memory.due <= start
  }
  const unseen = cards.filter(({ factId }) => !mind.memories.has(factId))
  return [...cards.filter(isDue), ...unseen.slice(0, fresh)]
}

function takeStep(mind: Mind, steps: Card[], at: number): Card | undefined {
  const index = steps.findIndex((card) => dueOf(mind, card) <= at)
  return index < 0 ? undefined : steps.splice(index, 1)[0]
}

function dueOf(mind: Mind, { factId }: Card): number {
  const memory = mind.memories.get(factId)
  return memory?.kind === 'reviewed' ? memory.due.getTime() : 0
}

function rateCard(memory: Memory, at: Date, part: Part, random: RandomSource): Rating {
  const mood = random()
  // A fact that was just read in the text is half known; what it takes is its first recall.
  if (memory.kind === 'new') return mood < 0.3 - 0.15 * part.ability ? 'again' : mood < 0.9 ? 'good' : 'easy'
  if (!recalls(memory, at, part, random)) return 'again'
  return mood < 0.12 ? 'hard' : mood < 0.93 ? 'good' : 'easy'
}
